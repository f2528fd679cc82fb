package org.hubmark.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.hubmark.core.text.ReadingText.Style;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class MarkdownReadingTest {

    @Test
    void frontMatterIsReadAndNotShown() {
        String text = "---\ntitle: \"河岸：旧厂\"\n# note\nissue: 第 7 期\n\n---\n# 标题\n正文。\n";
        assertEquals(Map.of("title", "河岸：旧厂", "issue", "第 7 期"), FrontMatter.of(text).values());
        assertEquals(List.of("TITLE 标题", "BODY 正文。"), shown(text));
        ReadingText reading = ReadingTexts.of(text, ReadingTexts.MARKDOWN, List.of());
        assertEquals(text.indexOf("正文"), reading.toSource(reading.text().indexOf("正文")));
        assertEquals(0, reading.toReading(0));
    }

    @Test
    void aRuleAtTheStartIsNotFrontMatter() {
        assertEquals(0, FrontMatter.of("---\n只有一条线\n---\n").end());
        assertEquals(0, FrontMatter.of("---\ntitle: 没有结束\n").end());
    }

    @Test
    void marksAreHiddenAndBecomeStyle() {
        String text = "用**粗体**、*斜体*、`代码`和[链接](https://example.org)，还有\\*星号\\*。";
        ReadingText reading = ReadingTexts.of(text, ReadingTexts.MARKDOWN, List.of());
        assertEquals("用粗体、斜体、代码和链接，还有*星号*。", reading.text());
        assertEquals(List.of("粗体 STRONG", "斜体 EMPHASIS", "代码 CODE", "链接 LINK"), reading.paragraphs().getFirst().spans()
                .stream().map(s -> reading.text().substring(s.start(), s.end()) + " " + s.style()).toList());
    }

    @Test
    void headingsListsQuotesAndCodeKeepTheirKindAndDepth() {
        assertEquals(List.of("TITLE 一", "HEADING2 二", "LIST_ITEM1 • 甲", "LIST_ITEM2 • 乙",
                "LIST_ITEM1 3. 丙", "QUOTE 引文", "CODE a  b"),
                shown("# 一\n## 二\n- 甲\n  - 乙\n\n3. 丙\n\n> 引文\n\n```\na  b\n```\n"));
    }

    @Test
    void wrappedLinesAreJoinedAsTheScriptWants() {
        assertEquals(List.of("BODY 河岸旧厂 two words"), shown("河岸\n旧厂 two\nwords"));
    }

    @Test
    void aTableBecomesRowsWithCells() {
        String text = "| 名称 | 数量 |\n|---|---|\n| 甲 | **12** |\n| 乙 \\| 丙 | |\n";
        ReadingText reading = ReadingTexts.of(text, ReadingTexts.MARKDOWN, List.of());
        assertEquals(List.of("TABLE_ROW 名称\t数量", "TABLE_ROW 甲\t12", "TABLE_ROW 乙 | 丙\t"), shown(text));
        assertTrue(reading.paragraphs().get(1).spans().stream().allMatch(s -> s.style() == Style.CELL));
        assertEquals(text.indexOf("12"), reading.toSource(reading.text().indexOf("12")));
    }

    private static List<String> shown(String text) {
        ReadingText reading = ReadingTexts.of(text, ReadingTexts.MARKDOWN, List.of());
        return reading.paragraphs().stream().map(p -> p.kind() + (p.level() > 0 ? "" + p.level() : "") + " "
                + reading.text().substring(p.start(), p.end())).toList();
    }
}
