package org.hubmark.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class QuotesTest {

    @Test
    void chineseLinesJoinWithoutABlank() {
        assertEquals("港湾城的共享中试线，任何团队", Quotes.shown("港湾城的共\n  享中试线，\n任何团队"));
        assertEquals("他说：“先行先试。”然后", Quotes.shown("他说：\n“先行先试。”\n然后"));
        assertEquals("用地 40 公顷", Quotes.shown("用地 40 公顷"));
        assertEquals("用地40公顷", Quotes.shown("用地\n40\n公顷"));
    }

    @Test
    void englishLinesJoinWithOneBlank() {
        assertEquals("a shared pilot line", Quotes.shown("a shared\n   pilot line"));
        assertEquals("the “pilot” line", Quotes.shown("the\n“pilot”\nline"));
    }

    @Test
    void aHyphenThatBrokeAWordGoesAndOthersStay() {
        assertEquals("university", Quotes.shown("univer-\nsity"));
        assertEquals("Wi-Fi", Quotes.shown("Wi-\nFi"));
        assertEquals("2019 - 2024", Quotes.shown("2019 - 2024"));
    }

    @Test
    void theGapBetweenSegmentsStays() {
        assertEquals("这些设备 … 来做样品", Quotes.shown("这些\n设备" + Anchor.GAP + "来做\n样品"));
    }

    @Test
    void blanksAtTheEndsGo() {
        assertEquals("样品", Quotes.shown("\n样品　\n"));
        assertEquals("", Quotes.shown(""));
    }
}
