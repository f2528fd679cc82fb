package org.hubmark.core.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a source text that is not blank, without the blanks at its ends.
 *
 * @param start first UTF-16 unit, {@code end} exclusive
 * @param gap how many blank lines stand before it
 * @param indent columns of blanks at its start
 * @param width columns it takes in a font of fixed width, a Chinese character taking two
 * @param han how many Chinese characters it has, {@code latin} letters and digits of other scripts
 */
record Line(int start, int end, int gap, int indent, int width, int han, int latin) {

    /** The lines of a text. Cost: linear. */
    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        int gap = 0;
        for (int from = 0; from < text.length();) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? text.length() : newline;
            Line line = of(text, from, to, gap);
            gap = line == null ? gap + 1 : 0;
            if (line != null) {
                lines.add(line);
            }
            from = to + 1;
        }
        return lines;
    }

    /** The line between two offsets; null if it is blank. */
    private static Line of(String text, int from, int to, int gap) {
        int start = from;
        int end = to;
        int indent = 0;
        while (start < end && Script.isBlank(text.charAt(start))) {
            indent += Script.isWide(text.charAt(start++)) ? 2 : 1;
        }
        while (end > start && Script.isBlank(text.charAt(end - 1))) {
            end--;
        }
        return start == end ? null : measured(text, start, end, gap, indent);
    }

    private static Line measured(String text, int start, int end, int gap, int indent) {
        int width = 0;
        int han = 0;
        int latin = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            width += Script.isWide(c) ? 2 : 1;
            if (Script.isHan(c)) {
                han++;
            } else if (Script.isLatin(c)) {
                latin++;
            }
        }
        return new Line(start, end, gap, indent, width, han, latin);
    }

    /** This line from a later start on. */
    Line from(int newStart) {
        return new Line(newStart, end, gap, indent, width - (newStart - start), han, latin);
    }

    /** Words of another script, without any Chinese. */
    boolean isForeign() {
        return han == 0 && latin > 12;
    }

    String in(String text) {
        return text.substring(start, end);
    }

    Segment segment() {
        return new Segment(start, end);
    }
}
