package org.hubmark.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the canonical text of an edition out of a decoded file: the one place where a source text is altered, once, at
 * its import. A byte order mark at the start goes; CR LF and CR become LF; a FORM FEED becomes LF and is remembered as
 * a page break; characters that no exchange format can carry become U+FFFD, one for one. Nothing else changes: no
 * normalisation, no folding, no collapsing of blanks. Idempotent.
 */
public final class Canonical {

    private static final char REPLACEMENT = '\uFFFD';

    private Canonical() {
    }

    /**
     * A character that was replaced.
     *
     * @param offset where U+FFFD now stands, in UTF-16 units of the canonical text
     * @param unit the UTF-16 unit that stood there
     */
    public record Replaced(int offset, char unit) {
    }

    /**
     * The canonical text. Cost: linear.
     *
     * @param decoded the file as decoded, with whatever line ends it has; may be empty
     * @param replaced is told of each replaced character, in ascending order
     */
    public static SourceText of(String decoded, Consumer<Replaced> replaced) {
        int length = decoded.length();
        StringBuilder text = new StringBuilder(length);
        List<Integer> pageBreaks = new ArrayList<>();
        for (int i = decoded.startsWith("\uFEFF") ? 1 : 0; i < length; i++) {
            char c = decoded.charAt(i);
            if (c == '\r') {
                if (i + 1 == length || decoded.charAt(i + 1) != '\n') {
                    text.append('\n');
                }
            } else if (c == '\f') {
                pageBreaks.add(text.length());
                text.append('\n');
            } else if (isPairAt(decoded, i)) {
                text.append(c).append(decoded.charAt(++i));
            } else if (isIllegal(c)) {
                replaced.accept(new Replaced(text.length(), c));
                text.append(REPLACEMENT);
            } else {
                text.append(c);
            }
        }
        return new SourceText(text.toString(), pageBreaks);
    }

    private static boolean isPairAt(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }

    private static boolean isIllegal(char c) {
        return c < ' ' && c != '\t' && c != '\n' || c >= '\uFFFE' || Character.isSurrogate(c);
    }
}
