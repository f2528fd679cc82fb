package org.hubmark.core.text;

import java.util.List;

import org.hubmark.core.text.ReadingText.Kind;
import org.hubmark.core.text.ReadingText.Style;

/**
 * Writes a block into a reading text: its lines joined, words that were broken or spaced out mended, marks of emphasis
 * turned into style. Not a character is changed: blanks, hyphens and marks are shown or not.
 */
final class BlockText {

    private final ReadingBuilder out;
    private final String text;
    private final PageStyle style;
    private boolean chinese;
    private boolean strong;
    private int strongFrom;

    BlockText(ReadingBuilder out, PageStyle style) {
        this.out = out;
        this.text = out.source();
        this.style = style;
    }

    void write(Block block) {
        out.begin(block.kind(), block.level());
        boolean first = true;
        for (List<Segment> group : block.groups()) {
            if (!first) {
                out.insert(block.separator());
            }
            first = false;
            int from = out.length();
            write(group, block.kind());
            if (block.kind() == Kind.TABLE_ROW) {
                out.style(from, Style.CELL);
            }
        }
        out.end();
    }

    private void write(List<Segment> pieces, Kind kind) {
        boolean marked = kind != Kind.TABLE_ROW && hasPairedMarks(pieces);
        strong = false;
        for (int i = 0; i < pieces.size(); i++) {
            Segment piece = pieces.get(i);
            boolean last = i + 1 == pieces.size();
            int end = last || !isBrokenWord(piece, pieces.get(i + 1)) ? piece.end() : piece.end() - 1;
            show(piece.start(), end, marked, pieces.size() > 1);
            if (!last && end == piece.end()) {
                out.insert(glue(piece.end() - 1, pieces.get(i + 1).start()));
            }
        }
    }

    /** Shows a piece of one line without the blanks that don't belong there. */
    private void show(int start, int end, boolean marked, boolean joined) {
        chinese = text.substring(start, end).chars().anyMatch(c -> Script.isHan((char) c));
        int from = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (marked && isMark(i, end)) {
                out.show(from, i);
                toggleStrong();
                from = i++ + 2;
            } else if (Script.isBlank(c)) {
                int after = i;
                while (after < end && Script.isBlank(text.charAt(after))) {
                    after++;
                }
                boolean keep = i > start && after < end && isKept(start, i, after, end, joined);
                out.show(from, keep ? i + 1 : i);
                from = after;
                i = after - 1;
            }
        }
        out.show(from, Math.max(from, end));
    }

    private boolean isKept(int start, int blank, int after, int end, boolean joined) {
        char before = text.charAt(blank - 1);
        char next = text.charAt(after);
        if (isTight(before) || isTight(next)) {
            return false;
        }
        if (Script.isHan(before) && Script.isHan(next)) {
            return !joined && !isAlone(start, blank - 1) && !isAloneAfter(after, end);
        }
        return !(Script.isHan(before) && next == '[');
    }

    /** Chinese marks; curly quotes only beside Chinese, for English uses them too. */
    private boolean isTight(char c) {
        return Script.isHanMark(c) && (c > '\u2FFF' || chinese);
    }

    /** A character between two blanks that is not the unit of a number before it: a word was spaced out. */
    private boolean isAlone(int start, int at) {
        if (at == start) {
            return true;
        }
        if (!Script.isBlank(text.charAt(at - 1))) {
            return Script.isHanMark(text.charAt(at - 1));
        }
        return at - 1 == start || !Character.isDigit(text.charAt(at - 2));
    }

    private boolean isAloneAfter(int at, int end) {
        return at + 1 >= end || !Script.isHan(text.charAt(at + 1)) && !Script.isLatin(text.charAt(at + 1));
    }

    /** A hyphen at the end of a line with the rest of a word in the next. */
    private boolean isBrokenWord(Segment piece, Segment next) {
        int last = piece.end() - 1;
        return piece.length() > 1 && text.charAt(last) == '-' && Character.isLowerCase(text.charAt(last - 1))
                && Character.isLowerCase(text.charAt(next.start()));
    }

    private String glue(int last, int next) {
        char before = text.charAt(last);
        char after = text.charAt(next);
        boolean latinBefore = isWordEnd(before);
        boolean latinAfter = Script.isLatin(after) || "([\"'&+$€£".indexOf(after) >= 0;
        if (latinBefore && latinAfter) {
            return " ";
        }
        boolean mixed = Script.isLatin(before) && Script.isHan(after) || Script.isHan(before) && Script.isLatin(after);
        return mixed && style.spaced() ? " " : "";
    }

    private static boolean isWordEnd(char c) {
        return Script.isLatin(c) || ".,;:!?)]\"'%&+”’".indexOf(c) >= 0;
    }

    private boolean isMark(int i, int end) {
        return text.charAt(i) == '*' && i + 1 < end && text.charAt(i + 1) == '*';
    }

    private boolean hasPairedMarks(List<Segment> pieces) {
        int marks = 0;
        for (Segment piece : pieces) {
            for (int i = piece.start(); i < piece.end(); i++) {
                if (isMark(i, piece.end())) {
                    marks++;
                    i++;
                }
            }
        }
        return marks > 0 && marks % 2 == 0;
    }

    private void toggleStrong() {
        if (strong) {
            out.style(strongFrom, Style.STRONG);
        }
        strong = !strong;
        strongFrom = out.length();
    }
}
