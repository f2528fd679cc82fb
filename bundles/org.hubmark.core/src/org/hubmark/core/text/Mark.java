package org.hubmark.core.text;

import java.util.Locale;
import java.util.Set;

/** What ends a stretch of text: a sentence or a clause. */
enum Mark {
    SENTENCE("。！？!?…｡"), CLAUSE("。！？!?…｡；;，,");

    private static final String CLOSING = "”’」』》〉）)]】〕］｝}\"'*";
    /** A full stop after these ends no sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of("mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "fig",
            "figs", "tab", "vol", "pp", "p", "vs", "cf", "est", "approx", "ca", "e.g", "i.e", "al");

    private final String marks;

    Mark(String marks) {
        this.marks = marks;
    }

    static boolean isClosing(char c) {
        return CLOSING.indexOf(c) >= 0;
    }

    /** Whether the character at an offset ends a stretch: a full stop before a blank, a comma not in a number. */
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
        while (i < text.length() && closesAt(text, i)) {
            i++;
        }
        return i;
    }

    /** Whether the character at an offset belongs to an end mark before it. */
    boolean closesAt(String text, int i) {
        return isClosing(text.charAt(i)) && !opens(text, i) || endsAt(text, i);
    }

    /** A straight quote followed by a letter opens the next stretch. */
    private static boolean opens(String text, int i) {
        char c = text.charAt(i);
        return (c == '"' || c == '\'' || c == '*') && i + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(i + 1)) && i > 0 && Script.isBlank(text.charAt(i - 1));
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
        boolean last = after == text.length() || text.charAt(after) == '\n';
        return last || !Character.isLowerCase(text.charAt(after)) && !isAbbreviated(text, i);
    }

    /** Whether the word before a full stop is an initial or a known abbreviation. */
    private static boolean isAbbreviated(String text, int stop) {
        int start = stop;
        while (start > 0 && stop - start < 8
                && (isAsciiLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        String word = text.substring(start, stop);
        return word.length() == 1 && Character.isUpperCase(word.charAt(0))
                || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean digitAt(String text, int i) {
        return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
    }
}
