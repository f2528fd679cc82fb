package org.hubmark.core.pack;

/** Words of a text as they read when its line breaks are mended. */
final class Unwrapped {

    private Unwrapped() {
    }

    /**
     * The words in one line: white space beside a Chinese character or its punctuation goes, as does a line break after
     * a hyphen; any other becomes one blank.
     */
    static String of(String words) {
        StringBuilder line = new StringBuilder();
        int at = 0;
        while (at < words.length()) {
            int end = at;
            while (end < words.length() && isBlank(words.charAt(end))) {
                end++;
            }
            if (end == at) {
                line.append(words.charAt(at++));
            } else {
                if (needed(words, at, end, line)) {
                    line.append(' ');
                }
                at = end;
            }
        }
        return line.toString();
    }

    private static boolean needed(String words, int from, int to, StringBuilder line) {
        if (line.isEmpty() || to == words.length()) {
            return false;
        }
        char before = line.charAt(line.length() - 1);
        boolean hyphen = before == '-' && words.substring(from, to).indexOf('\n') >= 0;
        return !hyphen && !isWide(before) && !isWide(words.charAt(to));
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Chinese and Japanese characters, their punctuation, and full-width forms. */
    private static boolean isWide(char c) {
        return c >= '\u2e80' && c <= '\u9fff' || c >= '\uf900' && c <= '\ufaff' || c >= '\uff00' && c <= '\uffef'
                || Character.isSurrogate(c) || "“”‘’—…·・".indexOf(c) >= 0;
    }
}
