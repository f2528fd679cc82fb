package org.hubmark.core.text;

/**
 * Boundaries in a text, Chinese first: sentences end at 。！？ and their Latin counterparts, clauses also at ；：，、.
 * Closing quotes and brackets stay with what they close. Offsets are UTF-16 units. Pure functions, safe on any thread;
 * cost: the length of the line, sentence or word around the offset.
 */
public final class Sentences {

    private Sentences() {
    }

    /** The sentence around an offset, without blanks at its ends; never over a line feed. Empty text: see {@link Segment}. */
    public static Segment sentenceAt(String text, int offset) {
        throw new UnsupportedOperationException();
    }

    public static Segment clauseAt(String text, int offset) {
        throw new UnsupportedOperationException();
    }

    public static Segment wordAt(String text, int offset) {
        throw new UnsupportedOperationException();
    }

    /** The next caret place after an offset; the length of the text at its end. */
    public static int nextCharacter(String text, int offset) {
        throw new UnsupportedOperationException();
    }

    public static int previousCharacter(String text, int offset) {
        throw new UnsupportedOperationException();
    }

    public static int nextClause(String text, int offset) {
        throw new UnsupportedOperationException();
    }

    public static int previousClause(String text, int offset) {
        throw new UnsupportedOperationException();
    }

    public static int nextSentence(String text, int offset) {
        throw new UnsupportedOperationException();
    }

    public static int previousSentence(String text, int offset) {
        throw new UnsupportedOperationException();
    }
}
