package org.hubmark.core.text;

/** What kind of character one is, as far as the layout of a page cares. Surrogates count as Han: nearly all are. */
final class Script {

    private Script() {
    }

    /** Blanks inside a line; not LF. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u3000' || c == '\uFEFF'
                || c >= '\u2000' && c <= '\u200B' || c == '\u202F';
    }

    /** Chinese characters and kana. */
    static boolean isHan(char c) {
        return c >= '\u4E00' && c <= '\u9FFF' || c >= '\u3400' && c <= '\u4DBF' || c >= '\u3040' && c <= '\u30FF'
                || c >= '\uF900' && c <= '\uFAFF' || c == '\u3005' || c == '\u3007' || Character.isSurrogate(c);
    }

    /** Chinese punctuation and its curly quotes: no blank belongs beside it. */
    static boolean isHanMark(char c) {
        return c >= '\u3001' && c <= '\u303F' && c != '\u3005' && c != '\u3007' || c >= '\uFF01' && c <= '\uFF0F'
                || c >= '\uFF1A' && c <= '\uFF20' || c >= '\uFF3B' && c <= '\uFF40' || c >= '\uFF5B' && c <= '\uFF65'
                || c == '“' || c == '”' || c == '‘' || c == '’' || c == '…';
    }

    /** Letters and digits that are set apart by blanks. */
    static boolean isLatin(char c) {
        return !isHan(c) && Character.isLetterOrDigit(c);
    }

    /** Takes two columns in a font of fixed width. */
    static boolean isWide(char c) {
        return c >= '\u2E80' && !Character.isLowSurrogate(c) && (c < '\uFF61' || c > '\uFFDC');
    }
}
