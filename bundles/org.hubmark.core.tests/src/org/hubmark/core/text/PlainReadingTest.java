package org.hubmark.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

import org.hubmark.core.briefing.Part;
import org.hubmark.core.text.ReadingText.Kind;
import org.hubmark.core.text.ReadingText.Style;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How text squeezed out of pages is mended: each case is a page as a PDF gives it, in our own words. */
@ExtendWith(NoErrorsLogged.class)
class PlainReadingTest {

    /** Twenty characters a line, as a column of a journal has. */
    private static final String COLUMN = """
            城市管理部门去年春天提出了一项新的计划，

            希望在三年之内把河边的旧厂房改造成开放的

            实验场所，并请大学和企业共同使用这些设备

            来做样品和测试。经费由市政府和六家企业分

            担，其中市政府承担 40%。

            计划的第二部分是关于人才的。每个季度都会

            请十名年轻的工程师到实验场所工作三个月，

            费用全部由计划承担。
            """;

    @Test
    void hardWrappedChineseIsJoinedWithoutBlanks() {
        List<String> shown = shown(COLUMN);
        assertEquals(2, shown.size());
        assertTrue(shown.get(0).startsWith("BODY 城市管理部门去年春天提出了一项新的计划，希望在三年之内把河边的旧厂房改造成开放的实验场所，"));
        assertTrue(shown.get(0).endsWith("经费由市政府和六家企业分担，其中市政府承担 40%。"));
        assertTrue(shown.get(1).startsWith("BODY 计划的第二部分"));
    }

    @Test
    void wrappedEnglishIsJoinedWithBlanksAndBrokenWordsAreMended() {
        String text = """
                The city opened an old power station beside the river as a shared labo-
                ratory in which small firms and the two universities use the same tools
                and publish what they learn. It costs eleven million a year.
                """;
        assertEquals(List.of("BODY The city opened an old power station beside the river as a shared laboratory in "
                + "which small firms and the two universities use the same tools and publish what they learn. "
                + "It costs eleven million a year."), shown(text));
    }

    @Test
    void aSentenceReadsOnOverThePageEndAndTheFootComesAfterTheParagraph() {
        String text = COLUMN.replace("来做样品", "doi:10.1234/j.example.2024.01\n\n来做样品");
        List<String> shown = shown(text);
        assertTrue(shown.get(0).contains("共同使用这些设备来做样品和测试。"), shown.get(0));
        assertEquals("DIMMED doi:10.1234/j.example.2024.01", shown.get(1));
        assertTrue(shown.get(2).startsWith("BODY 计划的第二部分"));
    }

    @Test
    void aSelectionOverAPageEndBecomesSegmentsWithoutTheFoot() {
        String text = COLUMN.replace("来做样品", "doi:10.1234/j.example.2024.01\n\n来做样品");
        ReadingText reading = ReadingTexts.of(text, ReadingTexts.PLAIN, List.of());
        Segment sentence = Sentences.sentenceAt(reading.text(), reading.text().indexOf("样品")).orElseThrow();
        Anchor anchor = SelectionAnchors.of(reading, text, sentence.start(), sentence.end()).orElseThrow();
        assertEquals(2, anchor.segments().size());
        assertTrue(anchor.quote().endsWith("这些设备" + Anchor.GAP + "来做样品和测试。"), anchor.quote());
        assertEquals(List.of(sentence), reading.toReading(anchor.segments()));
    }

    @Test
    void aSelectionOverAHardWrapIsOneSegment() {
        ReadingText reading = ReadingTexts.of(COLUMN, ReadingTexts.PLAIN, List.of());
        Segment sentence = Sentences.sentenceAt(reading.text(), reading.text().indexOf("经费")).orElseThrow();
        Anchor anchor = SelectionAnchors.of(reading, COLUMN, sentence.start(), sentence.end()).orElseThrow();
        assertEquals(1, anchor.segments().size());
        assertEquals("经费由市政府和六家企业分\n\n担，其中市政府承担 40%。", anchor.quote());
    }

    @Test
    void onlyAFootCanBeMarkedToo() {
        String text = "doi:10.1234/j.example.2024.01\n";
        ReadingText reading = ReadingTexts.of(text, ReadingTexts.PLAIN, List.of());
        assertEquals("10.1234", SelectionAnchors.of(reading, text, 4, 11).orElseThrow().quote());
    }

    @Test
    void spacedOutWordsAndBlanksBesideChineseMarksAreMended() {
        assertEquals(List.of("BODY 主编: 李青", "BODY 内部资料", "BODY 第 8 期"), shown("主 编: 李 青\n\n内 部 资 料\n\n第 8 期\n"));
        assertEquals(List.of("BODY 这里的“产”是指企业和 NPO 等。"), shown("这里的 “ 产 ” 是指企业和 NPO 等。"));
        assertEquals(List.of("BODY 河边旧厂 变身实验场"), shown("河边旧厂 变身实验场"));
    }

    @Test
    void headingsAreFoundWithTheirLevel() {
        assertEquals(List.of("HEADING1 一、目标", "BODY 先做一件事。", "HEADING2 （一）人才", "HEADING2 1、住房", "BODY 再做一件事。"),
                shown("一、目标\n先做一件事。\n（一）人才\n1、住房\n再做一件事。\n"));
        assertEquals(List.of("HEADING1 3 结果", "HEADING2 3.1 数据来源", "BODY 数据来自三家。"),
                shown("3  结果\n\n3.1 数据来源\n数据来自三家。"));
    }

    @Test
    void anIndentBeginsAParagraph() {
        String text = COLUMN.replace("来做样品和测试", "\u3000\u3000来做样品和测试");
        assertTrue(shown(text).get(1).startsWith("BODY 来做样品和测试。"));
    }

    @Test
    void aMastheadIsDimmedAndTheTitleFound() {
        String text = "河岸观察\n\n第 7 期\n\n2024 年 5 月 6 日\n\n旧厂房怎样变成实验场\n\n——三座城市的做法\n\n三座城市都从租金开始谈起，各有各的办法。\n";
        assertEquals(List.of("DIMMED 河岸观察", "DIMMED 第 7 期", "DIMMED 2024 年 5 月 6 日", "TITLE 旧厂房怎样变成实验场",
                "TITLE ——三座城市的做法", "BODY 三座城市都从租金开始谈起，各有各的办法。"), shown(text));
    }

    @Test
    void theCellsOfATableAreMendedAndMarked() {
        String text = COLUMN + """

                表1  三处实验场所

                名称 内容 负责单位

                河东材料与制造
                实验场

                为小企业提供打样设备，也接受学
                生的课程设计。

                河东大学

                河西医疗器械实
                验场

                做电子元件的可靠性测试，每周开
                放四天。

                河西医院

                2  讨论
                """;
        ReadingText reading = ReadingTexts.of(text, ReadingTexts.PLAIN, List.of());
        List<ReadingText.Paragraph> rows = reading.paragraphs().stream()
                .filter(p -> p.kind() == Kind.TABLE_ROW).toList();
        assertEquals(List.of("名称|内容|负责单位", "河东材料与制造实验场|为小企业提供打样设备，也接受学生的课程设计。|河东大学",
                "河西医疗器械实验场|做电子元件的可靠性测试，每周开放四天。|河西医院"),
                rows.stream().map(row -> String.join("|", row.spans().stream().filter(s -> s.style() == Style.CELL)
                        .map(s -> reading.text().substring(s.start(), s.end())).toList())).toList());
    }

    @Test
    void partsThatAreKnownToBePageFurnitureAreDimmed() {
        String text = "河岸大学学报\n正文只有一句。\n";
        Part head = new Part(UUID.randomUUID(), UUID.randomUUID(), "a", Part.RUNNING_HEAD, null, null, null, 0, 6);
        ReadingText reading = ReadingTexts.of(text, ReadingTexts.PLAIN, List.of(head));
        assertEquals(Kind.DIMMED, reading.paragraphs().getFirst().kind());
    }

    @Test
    void anEmptyTextIsOneEmptyParagraph() {
        ReadingText reading = ReadingTexts.of("", ReadingTexts.PLAIN, List.of());
        assertEquals(List.of("BODY "), shown(""));
        assertEquals(0, reading.toSource(0));
        assertEquals(List.of(), reading.toReading(List.of(new Segment(0, 1))));
    }

    private static List<String> shown(String text) {
        ReadingText reading = ReadingTexts.of(text, ReadingTexts.PLAIN, List.of());
        return reading.paragraphs().stream().map(p -> p.kind() + (p.level() > 0 ? "" + p.level() : "") + " "
                + reading.text().substring(p.start(), p.end())).toList();
    }
}
