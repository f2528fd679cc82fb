package org.hubmark.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.hubmark.core.text.Segment;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.reading.model.TextSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class TextSearchTest {

    private final TextSearch search = new TextSearch("共享 ＡＩ 中试线，ai 与 Ai（２０２４）。\n中试线");

    @Test
    void widthAndCaseDoNotMatter() {
        List<Segment> ai = List.of(new Segment(3, 5), new Segment(10, 12), new Segment(15, 17));
        assertEquals(ai, search.find("AI"));
        assertEquals(ai, search.find("ａｉ"));
        assertEquals(List.of(new Segment(17, 23)), search.find("(2024)"));
    }

    @Test
    void everyPlaceIsFoundOnce() {
        assertEquals(List.of(new Segment(6, 9), new Segment(25, 28)), search.find("中试线"));
        assertEquals(List.of(new Segment(0, 2)), new TextSearch("aaa").find("aa"));
    }

    @Test
    void nothingIsNowhere() {
        assertEquals(List.of(), search.find(""));
        assertEquals(List.of(), search.find("枢纽"));
    }
}
