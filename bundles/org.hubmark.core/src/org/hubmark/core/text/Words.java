package org.hubmark.core.text;

import java.util.Optional;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** Words: runs of Latin letters and digits with what connects them, Chinese words out of ICU's dictionary. */
final class Words {

    /** A Chinese word is looked for in this many characters on each side. */
    private static final int WINDOW = 48;
    private static final String CONNECTING = "-–.,'’&/·_%@";

    private Words() {
    }

    static Optional<Segment> at(String text, int offset) {
        int at = offset < text.length() && !isGap(text.charAt(offset)) ? offset : offset - 1;
        if (at < 0 || at >= text.length() || isGap(text.charAt(at))) {
            return Optional.empty();
        }
        char c = text.charAt(at);
        if (Script.isHan(c)) {
            return Optional.of(chinese(text, at));
        }
        return Optional.of(isLatinAt(text, at) ? latin(text, at) : new Segment(at, at + 1));
    }

    private static boolean isGap(char c) {
        return c == '\n' || Script.isBlank(c);
    }

    private static Segment latin(String text, int at) {
        int start = at;
        int end = at + 1;
        while (start > 0 && isLatinAt(text, start - 1)) {
            start--;
        }
        while (end < text.length() && isLatinAt(text, end)) {
            end++;
        }
        return new Segment(start, end);
    }

    /** A combining mark goes with its letter, a connecting mark stands between two letters, % after a digit. */
    private static boolean isLatinAt(String text, int i) {
        char c = text.charAt(i);
        if (Script.isLatin(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        boolean before = i > 0 && Script.isLatin(text.charAt(i - 1));
        boolean after = i + 1 < text.length() && Script.isLatin(text.charAt(i + 1));
        return CONNECTING.indexOf(c) >= 0 && before && (after || c == '%');
    }

    private static Segment chinese(String text, int at) {
        int start = at;
        int end = at + 1;
        while (start > 0 && at - start < WINDOW && Script.isHan(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && end - at < WINDOW && Script.isHan(text.charAt(end))) {
            end++;
        }
        start = Anchor.splitsPair(text, start) ? start + 1 : start;
        end = Anchor.splitsPair(text, end) ? end + 1 : end;
        BreakIterator words = BreakIterator.getWordInstance(ULocale.CHINESE);
        words.setText(text.substring(start, end));
        int next = words.following(at - start);
        return new Segment(start + words.previous(), start + next);
    }
}
