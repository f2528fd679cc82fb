package org.hubmark.ui;

import java.text.BreakIterator;
import java.util.Locale;

/** Text for the tool tips of viewers, which don't wrap it themselves. Pure function. */
public final class Tooltips {

    /** As wide as a line gets, in half-width characters. */
    private static final int WIDTH = 72;
    /** Where the characters of double width begin. */
    private static final char WIDE = '\u2E80';

    private Tooltips() {
    }

    /** The text in lines that are good to read; null, which shows no tool tip, for none. */
    public static String of(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        StringBuilder lines = new StringBuilder();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int width = 0;
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String piece = text.substring(start, end);
            int wide = piece.chars().map(c -> c >= WIDE ? 2 : 1).sum();
            if (width > 0 && width + wide > WIDTH) {
                lines.append('\n');
                width = 0;
            }
            lines.append(piece);
            width = piece.endsWith("\n") ? 0 : width + wide;
            start = end;
        }
        return lines.toString();
    }
}
