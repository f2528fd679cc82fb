package org.hubmark.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class CodePointsTest {

    private static final String TEXT = "一、总体要求\n支持𠮷林建设国家级创新中心，鼓励高校与企业联合攻关。\n二、保障措施\n设立专项资金。\n";

    @Test
    void aPassageBehindASurrogatePairIsFoundInBothUnits() {
        CodePoints points = new CodePoints(TEXT);
        assertEquals(49, points.length());
        assertEquals("支持𠮷林建设国家级创新中心", TEXT.substring(points.toUtf16(7), points.toUtf16(20)));
        assertEquals("设立专项资金", TEXT.substring(points.toUtf16(41), points.toUtf16(47)));
        assertEquals(41, points.toCodePoint(42));
    }

    @Test
    void theMiddleOfAPairCountsAsItsStart() {
        CodePoints points = new CodePoints("a𠮷b");
        assertEquals(1, points.toCodePoint(2));
        assertEquals(2, points.toCodePoint(3));
    }

    @Test
    void agreesWithTheStringsOwnCountEverywhere() {
        for (long seed = 0; seed < 500; seed++) {
            String text = new RandomTexts(seed).any();
            CodePoints points = new CodePoints(text);
            for (int point = 0; point <= points.length(); point++) {
                int expected = text.offsetByCodePoints(0, point);
                assertEquals(expected, points.toUtf16(point), "seed " + seed);
                assertEquals(point, points.toCodePoint(expected), "seed " + seed);
            }
        }
    }

    @Test
    void anOffsetOutsideTheTextIsRefused() {
        CodePoints points = new CodePoints("𠮷");
        assertThrows(IndexOutOfBoundsException.class, () -> points.toUtf16(2));
        assertThrows(IndexOutOfBoundsException.class, () -> points.toCodePoint(-1));
    }
}
