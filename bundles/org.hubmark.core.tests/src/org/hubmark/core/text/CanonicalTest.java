package org.hubmark.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class CanonicalTest {

    @Test
    void allLineEndsBecomeLineFeeds() {
        assertEquals("a\nb\nc\n\nd", text("a\r\nb\rc\r\r\nd"));
    }

    @Test
    void aByteOrderMarkGoesAtTheStartOnly() {
        assertEquals("a\uFEFFb", text("\uFEFFa\uFEFFb"));
        assertEquals("\uFEFFa", text("\uFEFF\uFEFFa"));
    }

    @Test
    void aFormFeedBecomesAPageBreakOfOneCharacter() {
        SourceText source = Canonical.of("第一页\r\n\f第二页\f", replaced -> {
        });
        assertEquals("第一页\n\n第二页\n", source.text());
        assertEquals(List.of(4, 8), source.pageBreaks());
    }

    @Test
    void whatNoFormatCarriesIsReplacedOneForOneAndReported() {
        List<Canonical.Replaced> replaced = new ArrayList<>();
        SourceText source = Canonical.of("a\u0001\r\nb\uD842c\uDFB7\uFFFE\uFFFF\u0000", replaced::add);
        assertEquals("a\uFFFD\nb\uFFFDc\uFFFD\uFFFD\uFFFD\uFFFD", source.text());
        assertEquals(List.of(new Canonical.Replaced(1, '\u0001'), new Canonical.Replaced(4, '\uD842'),
                new Canonical.Replaced(6, '\uDFB7'), new Canonical.Replaced(7, '\uFFFE'),
                new Canonical.Replaced(8, '\uFFFF'), new Canonical.Replaced(9, '\u0000')), replaced);
    }

    @Test
    void nothingElseIsTouched() {
        String text = "Ａｂ１　全角\t𠮷 e\u0301 \u2028\u0085  x";
        assertEquals(text, text(text));
    }

    @Test
    void anyTextIsCanonicalAfterOneRunAndStaysSo() {
        for (long seed = 0; seed < 2000; seed++) {
            String any = new RandomTexts(seed).any();
            String once = text(any);
            assertTrue(once.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t' || c >= 0xFFFE), "seed " + seed);
            assertFalse(once.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF), "seed " + seed);
            int expected = any.replaceFirst("^\uFEFF", "").replace("\r\n", "\n").length();
            assertEquals(expected, once.length(), "seed " + seed);
            if (!once.startsWith("\uFEFF")) {
                assertEquals(once, text(once), "seed " + seed);
            }
        }
    }

    private static String text(String decoded) {
        return Canonical.of(decoded, replaced -> {
        }).text();
    }
}
