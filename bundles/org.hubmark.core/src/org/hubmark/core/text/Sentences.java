package org.hubmark.core.text;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;

/**
 * Boundaries in a text, Chinese first: sentences end at 。！？ and their Latin counterparts, clauses also at ；，.
 * Closing quotes and brackets stay with what they close, and nothing reaches over a line feed. Offsets are UTF-16 units
 * from 0 to the length of the text. Pure functions, safe on any thread; cost: the sentence, clause or word around the
 * offset.
 */
public final class Sentences {

    /** No grapheme cluster that a reader meets is longer. */
    private static final int LONGEST_CLUSTER = 64;

    private Sentences() {
    }

    /** The sentence around an offset, without blanks at its ends; empty where there are only blanks. */
    public static Optional<Segment> sentenceAt(String text, int offset) {
        return stretchAt(text, offset, Mark.SENTENCE);
    }

    /** The clause around an offset, with the mark that ends it; empty where there are only blanks. */
    public static Optional<Segment> clauseAt(String text, int offset) {
        return stretchAt(text, offset, Mark.CLAUSE);
    }

    /** The word around an offset: a Chinese word, a Latin word, a number or a single mark; empty among blanks. */
    public static Optional<Segment> wordAt(String text, int offset) {
        return Words.at(text, offset);
    }

    /** The next caret place after an offset, never inside a grapheme cluster; the length of the text at its end. */
    public static int nextCharacter(String text, int offset) {
        if (offset >= text.length()) {
            return text.length();
        }
        BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(text.substring(offset, Math.min(text.length(), offset + LONGEST_CLUSTER)));
        return offset + clusters.next();
    }

    /** The caret place before an offset; 0 at the start. */
    public static int previousCharacter(String text, int offset) {
        if (offset <= 0) {
            return 0;
        }
        int from = Math.max(0, offset - LONGEST_CLUSTER);
        if (Anchor.splitsPair(text, from)) {
            from++;
        }
        BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(text.substring(from, offset));
        return from + clusters.preceding(offset - from);
    }

    /** The start of the next clause, or the end of the line if that comes first; the length of the text at its end. */
    public static int nextClause(String text, int offset) {
        return next(text, offset, Mark.CLAUSE);
    }

    /**
     * The start of this clause, or of the one before if the offset is there already; at the start of a line the end of
     * the line before.
     */
    public static int previousClause(String text, int offset) {
        return previous(text, offset, Mark.CLAUSE);
    }

    /** As {@link #nextClause}, by sentences. */
    public static int nextSentence(String text, int offset) {
        return next(text, offset, Mark.SENTENCE);
    }

    /** As {@link #previousClause}, by sentences. */
    public static int previousSentence(String text, int offset) {
        return previous(text, offset, Mark.SENTENCE);
    }

    private static Optional<Segment> stretchAt(String text, int offset, Mark mark) {
        int lineStart = lineStart(text, offset);
        int lineEnd = lineEnd(text, offset);
        if (lineStart == lineEnd) {
            return Optional.empty();
        }
        int inside = Math.min(offset, lineEnd - 1);
        int start = lastEnd(text, inside, lineStart, mark);
        int end = nextEnd(text, inside, lineEnd, mark);
        return trimmed(text, start, end);
    }

    /** A stretch without the blanks at its ends; empty if it has nothing else. */
    static Optional<Segment> trimmed(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isGap(text.charAt(from))) {
            from++;
        }
        while (to > from && isGap(text.charAt(to - 1))) {
            to--;
        }
        return from < to ? Optional.of(new Segment(from, to)) : Optional.empty();
    }

    private static boolean isGap(char c) {
        return c == '\n' || Script.isBlank(c);
    }

    private static int next(String text, int offset, Mark mark) {
        if (offset >= text.length()) {
            return text.length();
        }
        int lineEnd = lineEnd(text, offset);
        if (offset == lineEnd) {
            return skipBlanks(text, offset + 1, lineEnd(text, offset + 1));
        }
        return skipBlanks(text, nextEnd(text, offset, lineEnd, mark), lineEnd);
    }

    private static int previous(String text, int offset, Mark mark) {
        int lineStart = lineStart(text, offset);
        int from = offset;
        while (from > lineStart && Script.isBlank(text.charAt(from - 1))) {
            from--;
        }
        if (from == lineStart) {
            return Math.max(0, lineStart - 1);
        }
        return skipBlanks(text, lastEnd(text, from - 1, lineStart, mark), from);
    }

    private static int skipBlanks(String text, int from, int to) {
        int i = from;
        while (i < to && Script.isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Where the stretch that holds the character at {@code inside} begins. */
    private static int lastEnd(String text, int inside, int lineStart, Mark mark) {
        // as long as only closing marks follow, an end mark ends the stretch that holds them
        boolean onlyMarks = mark.closesAt(text, inside);
        for (int i = inside - 1; i >= lineStart; i--) {
            if (!onlyMarks && mark.endsAt(text, i)) {
                return mark.afterClosing(text, i + 1);
            }
            onlyMarks &= mark.closesAt(text, i);
        }
        return lineStart;
    }

    private static int nextEnd(String text, int inside, int lineEnd, Mark mark) {
        int from = inside;
        // inside the closing marks of a stretch: its end mark lies before
        while (from > 0 && Mark.isClosing(text.charAt(from)) && text.charAt(from - 1) != '\n') {
            from--;
        }
        for (int i = mark.endsAt(text, from) ? from : inside; i < lineEnd; i++) {
            if (mark.endsAt(text, i)) {
                int after = Math.min(lineEnd, mark.afterClosing(text, i + 1));
                if (after > inside) {
                    return after;
                }
            }
        }
        return lineEnd;
    }

    private static int lineStart(String text, int offset) {
        return offset == 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
    }

    private static int lineEnd(String text, int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }
}
