package org.hubmark.core.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line looks like on its own, as papers and policy briefings are set. Pure. */
final class LinePatterns {

    private static final int LONGEST_HEADING = 96;

    private static final Pattern HASHES = Pattern.compile("(#{1,6})\\s+(?=\\S)");
    private static final Pattern CHINESE_NUMBER = Pattern.compile("\\*{0,2}[一二三四五六七八九十]{1,3}、.*");
    private static final Pattern CHINESE_BRACKET = Pattern.compile("\\*{0,2}[（(][一二三四五六七八九十]{1,3}[）)].*");
    private static final Pattern SECTION_NUMBER = Pattern.compile(
            "\\*{0,2}\\d{1,2}((?:\\.\\d{1,2}){1,3})\\.?\\s*[^\\d\\s.%].*");
    private static final Pattern CHAPTER_NUMBER = Pattern.compile("\\*{0,2}\\d{1,2}(?:\\s{2,}|[、．.]\\s*)[^\\d\\s.%].*");
    private static final Pattern NAMED = Pattern.compile("(?:参考文献|致谢|附录|References|Acknowledgements?)");
    private static final Pattern FIGURE = Pattern.compile(
            "(?:图|Fig(?:ure|\\.)?)\\s*\\d+(?:[-.．]\\d+)?(?:\\s*[：:]|\\s+)\\s*\\S.*");
    private static final Pattern TABLE = Pattern.compile(
            "(?:表|Table)\\s*\\d+(?:[-.．]\\d+)?(?:\\s*[：:]|\\s+)\\s*\\S.*");
    private static final Pattern ITEM = Pattern.compile("(?:[•·●○■□◆▪➢-]\\s+|"
            + "[（(]?\\d{1,2}[）)]|\\d{1,2}[.、．]\\s*\\D|[①-⑳]|\\[\\d{1,3}\\]).*");
    private static final Pattern FOOTNOTE = Pattern.compile("[①-⑳†‡*].*(?:https?://|www\\.).*");
    private static final Pattern LABEL = Pattern.compile("\\*{0,2}(?:Key ?words|Abstract|关键词|摘\\s*要|编者按|作者简介|基金项目"
            + "|收稿日期|中图分类号|通讯作者)\\s*[：:].*", Pattern.CASE_INSENSITIVE);

    private LinePatterns() {
    }

    /** Length of a Markdown heading mark at the start of a line; 0 if there is none. */
    static int hashes(String line) {
        if (!line.startsWith("#")) {
            return 0;
        }
        Matcher matcher = HASHES.matcher(line);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    /** Level of a numbered or named heading, from 1; 0 if the line is none. */
    static int headingLevel(String line) {
        if (!startsWithOneOf(line, "0123456789一二三四五六七八九十（(*参致附RA") || line.length() > LONGEST_HEADING
                || line.indexOf('。') >= 0 || line.endsWith("；") || line.endsWith("，")) {
            return 0;
        }
        if (CHINESE_NUMBER.matcher(line).matches() || NAMED.matcher(line).matches()) {
            return 1;
        }
        if (CHINESE_BRACKET.matcher(line).matches()) {
            return 2;
        }
        Matcher section = SECTION_NUMBER.matcher(line);
        if (section.matches()) {
            return 1 + (int) section.group(1).chars().filter(c -> c == '.').count();
        }
        return CHAPTER_NUMBER.matcher(line).matches() && line.length() < LONGEST_HEADING / 2 ? 1 : 0;
    }

    /** 一、 */
    static boolean isChineseNumbered(String line) {
        return CHINESE_NUMBER.matcher(line).matches();
    }

    /** 1、 or 1. or a number and two blanks. */
    static boolean isChapterNumbered(String line) {
        return CHAPTER_NUMBER.matcher(line).matches();
    }

    static boolean isFigureCaption(String line) {
        return startsWithOneOf(line, "图F") && line.length() <= LONGEST_HEADING && !line.endsWith("。")
                && FIGURE.matcher(line).matches();
    }

    static boolean isTableCaption(String line) {
        return startsWithOneOf(line, "表T") && line.length() <= LONGEST_HEADING && !line.endsWith("。")
                && TABLE.matcher(line).matches();
    }

    static boolean isItem(String line) {
        char c = line.charAt(0);
        return !Script.isHan(c) && !(c >= 'A' && c <= 'z' && c != '[') && ITEM.matcher(line).matches();
    }

    static boolean isFootnote(String line) {
        char c = line.charAt(0);
        return (c == '*' || c == '†' || c == '‡' || c >= '①' && c <= '⑳') && FOOTNOTE.matcher(line).matches();
    }

    /** Begins with what only begins a paragraph: 关键词：… */
    static boolean isLabelled(String line) {
        return startsWithOneOf(line, "*KkAa关摘编作基收中通") && LABEL.matcher(line).matches();
    }

    /** Spares most lines the pattern. */
    private static boolean startsWithOneOf(String line, String characters) {
        return !line.isEmpty() && characters.indexOf(line.charAt(0)) >= 0;
    }
}
