package org.hubmark.core.text;

import java.util.List;

import org.hubmark.core.briefing.Part;

/** Makes the reading text of a source text. Pure functions, safe on any thread; not for the display thread. */
public final class ReadingTexts {

    public static final String PLAIN = "text/plain";
    public static final String MARKDOWN = "text/markdown";

    private ReadingTexts() {
    }

    /**
     * The reading text. Cost: linear, about a second for 5,000,000 characters.
     *
     * @param canonicalText the text of an edition; may be empty
     * @param mediaType {@link #PLAIN}, {@link #MARKDOWN}; anything else is read as plain text
     * @param parts what is known of the edition, in any order; may be empty
     */
    public static ReadingText of(String canonicalText, String mediaType, List<Part> parts) {
        return MARKDOWN.equals(mediaType) ? MarkdownLayout.of(canonicalText) : PlainLayout.of(canonicalText, parts);
    }
}
