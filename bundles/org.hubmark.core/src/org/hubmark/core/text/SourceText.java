package org.hubmark.core.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The canonical text of an edition, immutable from its import on: every anchor counts in it, in UTF-16 units.
 * Made only by {@code Canonical}.
 *
 * @param text never holds CR, FORM FEED, other C0 controls than TAB and LF, U+FFFE, U+FFFF or half a surrogate pair
 * @param pageBreaks offsets of the line feeds that stand for a page end, ascending; may be empty
 */
public record SourceText(String text, List<Integer> pageBreaks) {

    public SourceText {
        pageBreaks = List.copyOf(pageBreaks);
    }

    /** SHA-256 of the text in UTF-8, lower-case hexadecimal. Cost: linear, not cached. */
    public String sha256() {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public int codePoints() {
        return text.codePointCount(0, text.length());
    }

    /** SHA-256 in lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
