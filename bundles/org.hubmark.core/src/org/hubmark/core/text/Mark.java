package org.hubmark.core.text;

/** What ends a stretch of text: a sentence or a clause. */
enum Mark {
    SENTENCE("。！？!?…｡"), CLAUSE("。！？!?…｡；;，,");

    private static final String CLOSING = "”’」』》〉）)]】〕］｝}\"'*";
    private final String marks;

    Mark(String marks) {
        this.marks = marks;
    }

    static boolean isClosing(char c) {
        return CLOSING.indexOf(c) >= 0;
    }

    /** Whether the character at an offset ends a stretch. A full stop needs a blank after it, a comma is not in a number. */
    boolean endsAt(String text, int i) {
        char c = text.charAt(i);
        if (c == '.') {
            return isFullStop(text, i);
        }
        return marks.indexOf(c) >= 0 && !(c == ',' && digitAt(text, i - 1) && digitAt(text, i + 1));
    }

    /** The offset after the closing quotes, brackets and further end marks that follow an end mark. */
    int afterClosing(String text, int after) {
        int i = after;
        while (i < text.length() && (isClosing(text.charAt(i)) && !opens(text, i) || endsAt(text, i))) {
            i++;
        }
        return i;
    }

    /** A straight quote followed by a letter opens the next stretch. */
    private static boolean opens(String text, int i) {
        char c = text.charAt(i);
        return (c == '"' || c == '\'' || c == '*') && i + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(i + 1)) && !Character.isLetterOrDigit(text.charAt(i - 1))
                && i > 1 && Script.isBlank(text.charAt(i - 1));
    }

    private static boolean isFullStop(String text, int i) {
        int after = i + 1;
        while (after < text.length() && isClosing(text.charAt(after))) {
            after++;
        }
        if (after < text.length() && !Script.isBlank(text.charAt(after)) && text.charAt(after) != '\n') {
            return false;
        }
        while (after < text.length() && Script.isBlank(text.charAt(after))) {
            after++;
        }
        boolean goesOn = after < text.length() && Character.isLowerCase(text.charAt(after));
        boolean initial = i > 0 && Character.isUpperCase(text.charAt(i - 1))
                && (i == 1 || !Character.isLetterOrDigit(text.charAt(i - 2)));
        return !goesOn && !(initial && after < text.length() && text.charAt(after) != '\n');
    }

    private static boolean digitAt(String text, int i) {
        return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
    }
}
