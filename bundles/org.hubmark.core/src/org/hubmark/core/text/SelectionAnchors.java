package org.hubmark.core.text;

import java.util.Optional;

/** Turns what a user has selected in a reading text into an anchor in the source text. */
public final class SelectionAnchors {

    private SelectionAnchors() {
    }

    /**
     * The anchor of a selection: trimmed of blanks at both ends, in several segments where dimmed paragraphs (page feet,
     * running heads) lie between, which stay out unless nothing else is selected. Empty if only blanks are selected.
     */
    public static Optional<Anchor> of(ReadingText reading, String canonicalText, int start, int end) {
        throw new UnsupportedOperationException();
    }
}
