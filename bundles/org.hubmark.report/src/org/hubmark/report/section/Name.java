package org.hubmark.report.section;

import java.lang.Character.UnicodeScript;

import org.hubmark.report.block.Line;
import org.hubmark.report.block.Run;

/**
 * A name in the language of a report, and in the other one.
 *
 * @param language of {@code text}, or null if it is that of the report
 * @param other null if there is none, or it is the same
 */
record Name(String text, String language, String other, String otherLanguage) {

    static Name of(String zh, String en, boolean chinese, String otherwise) {
        String first = filled(chinese ? zh : en);
        String second = filled(chinese ? en : zh);
        String secondLanguage = chinese ? "en" : "zh";
        if (first == null && second == null) {
            return new Name(otherwise, null, null, null);
        }
        if (first == null) {
            return new Name(second, secondLanguage, null, null);
        }
        return new Name(first, foreign(first, chinese), first.equals(second) ? null : second, secondLanguage);
    }

    /** The language a text is marked with if it can't be that of the report; null if it may be. */
    static String foreign(String text, boolean chinese) {
        boolean han = has(text, UnicodeScript.HAN);
        if (chinese) {
            return !han && has(text, UnicodeScript.LATIN) ? "en" : null;
        }
        return han ? "zh" : null;
    }

    /** Whether a text is mostly Chinese: it may hold names in Latin letters, and an English text Chinese terms. */
    static boolean isChinese(String text) {
        long han = text.codePoints().filter(c -> UnicodeScript.of(c) == UnicodeScript.HAN).count();
        long latin = text.codePoints().filter(c -> UnicodeScript.of(c) == UnicodeScript.LATIN).count();
        return han >= latin && han > 0;
    }

    private static boolean has(String text, UnicodeScript script) {
        return text.codePoints().anyMatch(c -> UnicodeScript.of(c) == script);
    }

    Line.Builder appendTo(Line.Builder line) {
        line.add(new Run.Text(text, Run.Style.PLAIN, language));
        return appendOther(line);
    }

    Line.Builder appendLink(Line.Builder line, String anchor) {
        return line.add(new Run.Link(anchor, text, language));
    }

    Line.Builder appendStrong(Line.Builder line) {
        line.add(new Run.Text(text, Run.Style.STRONG, language));
        return appendOther(line);
    }

    private Line.Builder appendOther(Line.Builder line) {
        if (other != null) {
            line.text(" ").add(new Run.Text(other, Run.Style.SMALL, otherLanguage));
        }
        return line;
    }

    private static String filled(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
