package org.hubmark.core.text;

import java.util.List;
import java.util.function.Predicate;

/**
 * How the pages were set that a plain text comes from: how wide a full line is, whether its lines were broken where the
 * column ended, how far apart they stand.
 *
 * @param width columns of a full line of Chinese text; 0 if the lines are not hard-wrapped
 * @param foreignWidth the same for lines without Chinese
 * @param gap blank lines between two lines of a paragraph
 * @param spaced whether blanks stand between Chinese and Latin
 */
record PageStyle(int width, int foreignWidth, int gap, boolean spaced) {

    private static final int WIDEST = 160;
    /** How much of the page a justified line may lack at its end. */
    private static final int SLACK = 6;

    static PageStyle of(String text, List<Line> lines) {
        int width = fullWidth(text, lines, line -> line.han() >= 4);
        int foreign = fullWidth(text, lines, Line::isForeign);
        return new PageStyle(width, foreign, typicalGap(lines, Math.max(width, foreign)), isSpaced(text));
    }

    /** Whether a line goes to the end of the column, so that the next one may go on with it. */
    boolean isFull(Line line) {
        int full = line.isForeign() ? foreignWidth : width;
        return full > 0 && line.width() >= full - (line.isForeign() ? 2 * SLACK : SLACK);
    }

    /** Whether a full line has no room for another character: what ends a sentence there may not end the paragraph. */
    boolean isFilled(Line line) {
        return line.isForeign() || line.width() >= width - (line.latin() == 0 ? 1 : 4);
    }

    boolean isWrapped() {
        return width > 0;
    }

    /** The commonest width, if many lines have it or nearly and most of these stop in mid-sentence. */
    private static int fullWidth(String text, List<Line> lines, Predicate<Line> counts) {
        int[] widths = new int[WIDEST + 1];
        int all = 0;
        for (Line line : lines) {
            if (counts.test(line)) {
                all++;
                widths[Math.min(WIDEST, line.width())]++;
            }
        }
        int best = 0;
        int most = 0;
        for (int width = 24; width < WIDEST; width++) {
            int near = near(widths, width);
            if (near > most) {
                most = near;
                best = width;
            }
        }
        return most >= 2 && isBroken(text, lines, counts, best, all) ? best : 0;
    }

    private static int near(int[] widths, int width) {
        int sum = 2 * widths[width];
        for (int i = width - 4; i <= width + 4; i++) {
            sum += i < WIDEST ? widths[i] : 0;
        }
        return sum;
    }

    private static boolean isBroken(String text, List<Line> lines, Predicate<Line> counts, int width, int all) {
        int full = 0;
        int ended = 0;
        int wider = 0;
        for (Line line : lines) {
            if (counts.test(line)) {
                boolean near = Math.abs(line.width() - width) <= 4;
                full += near ? 1 : 0;
                ended += near && LineEnds.endsSentence(text, line) ? 1 : 0;
                wider += line.width() > width + 4 ? 1 : 0;
            }
        }
        return full >= 2 && 3 * full >= all && 2 * ended < full && 5 * wider < all;
    }

    private static int typicalGap(List<Line> lines, int width) {
        int[] gaps = new int[4];
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i - 1).width() >= width - SLACK) {
                gaps[Math.min(3, lines.get(i).gap())]++;
            }
        }
        int best = 0;
        for (int gap = 1; gap < gaps.length; gap++) {
            best = gaps[gap] > gaps[best] ? gap : best;
        }
        return best;
    }

    private static boolean isSpaced(String text) {
        int spaced = 0;
        int tight = 0;
        for (int i = 2; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Script.isLatin(c) || Script.isHan(c)) {
                char before = text.charAt(i - 1);
                boolean blank = before == ' ';
                char other = blank ? text.charAt(i - 2) : before;
                boolean meets = Script.isHan(c) ? Script.isLatin(other) : Script.isHan(other);
                spaced += meets && blank ? 1 : 0;
                tight += meets && !blank ? 1 : 0;
            }
        }
        return spaced > tight;
    }
}
