package org.hubmark.core.text;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Quotes as people read them: kept quotes are exact slices of the source, line breaks of its pages included. Pure
 * function, safe on any thread; cost: linear in the quote.
 */
public final class Quotes {

    private Quotes() {
    }

    /**
     * The quote in one line, joined as the reading text joins lines: no blank between Chinese characters or beside
     * their punctuation, a hyphen that broke a word gone, otherwise one blank for each run of white space.
     *
     * @param quote of an {@link Anchor} or any other words of a text; not null
     */
    public static String shown(String quote) {
        return Arrays.stream(quote.split(Anchor.GAP)).map(Quotes::join).collect(Collectors.joining(Anchor.GAP));
    }

    private static String join(String words) {
        StringBuilder line = new StringBuilder(words.length());
        int at = 0;
        while (at < words.length()) {
            int end = blankEnd(words, at);
            if (end == at) {
                line.append(words.charAt(at++));
            } else if (!line.isEmpty() && end < words.length()) {
                boolean broken = words.substring(at, end).indexOf('\n') >= 0;
                glue(line, words.charAt(end), broken);
            }
            at = Math.max(at, end);
        }
        return line.toString();
    }

    private static void glue(StringBuilder line, char after, boolean broken) {
        int last = line.length() - 1;
        char before = line.charAt(last);
        if (broken && before == '-') {
            if (last > 0 && Character.isLowerCase(line.charAt(last - 1)) && Character.isLowerCase(after)) {
                line.setLength(last);
            }
        } else if (!isTight(line, before, after, broken)) {
            line.append(' ');
        }
    }

    private static boolean isTight(StringBuilder line, char before, char after, boolean broken) {
        boolean hanBefore = Script.isHan(before);
        boolean hanAfter = Script.isHan(after);
        if (isMark(before) || isMark(after) || hanBefore && hanAfter) {
            return true;
        }
        if (isCurly(before) || isCurly(after)) {
            return hanBefore || hanAfter || isCurly(before) && isAfterHan(line);
        }
        return broken && (hanBefore || hanAfter);
    }

    /** Chinese punctuation that is nothing else; curly quotes and dots are English as well. */
    private static boolean isMark(char c) {
        return Script.isHanMark(c) && c > '\u2FFF';
    }

    private static boolean isCurly(char c) {
        return Script.isHanMark(c) && c <= '\u2FFF';
    }

    private static boolean isAfterHan(StringBuilder line) {
        char before = line.length() > 1 ? line.charAt(line.length() - 2) : ' ';
        return Script.isHan(before) || isMark(before);
    }

    private static int blankEnd(String words, int from) {
        int end = from;
        while (end < words.length() && isBlank(words.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Script.isBlank(c);
    }
}
