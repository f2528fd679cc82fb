package org.hubmark.ui.reading.model;

/** Estimates how wide text is before anything is laid out: Chinese characters count two, others one, marks none. */
public final class Widths {

    private Widths() {
    }

    /** The width of a stretch in half ems. Cost: linear, nothing is allocated. */
    public static int halfEms(String text, int start, int end) {
        int width = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isWide(c)) {
                width += 2;
            } else if (c >= 0x20 && !Character.isLowSurrogate(c)) {
                width++;
            }
        }
        return width;
    }

    /** Whether a character takes a whole em; of a pair, the high surrogate stands for both. */
    static boolean isWide(char c) {
        return c >= 0x2E80 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF || c >= 0xFF00 && c <= 0xFF60
                || c >= 0x1100 && c <= 0x115F || c >= 0xFFE0 && c <= 0xFFE6 || Character.isHighSurrogate(c);
    }
}
