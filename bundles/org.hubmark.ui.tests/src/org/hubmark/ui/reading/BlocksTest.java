package org.hubmark.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.reading.model.Blocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class BlocksTest {

    @Test
    void aParagraphOfSomeHundredCharactersIsOneBlock() {
        Blocks blocks = new Blocks(PlainLines.of("枢纽".repeat(400) + "\n第二段"));
        assertEquals(2, blocks.count());
        assertTrue(blocks.isFirst(1));
        assertTrue(blocks.isLast(0));
    }

    @Test
    void aLongParagraphIsCutAfterSentences() {
        String sentence = "园区的收入按约定的比例分给学校和发明人。";
        Blocks blocks = new Blocks(PlainLines.of(sentence.repeat(200)));
        assertTrue(blocks.count() > 5);
        for (int block = 1; block < blocks.count(); block++) {
            assertEquals('。', blocks.text().text().charAt(blocks.start(block) - 1));
            assertTrue(blocks.end(block) - blocks.start(block) <= 460);
            assertFalse(blocks.isFirst(block));
        }
    }

    @Test
    void closingQuotesStayWithWhatTheyClose() {
        Blocks blocks = new Blocks(PlainLines.of("他说“先做样机，再谈投资。”".repeat(200)));
        for (int block = 1; block < blocks.count(); block++) {
            assertEquals('”', blocks.text().text().charAt(blocks.start(block) - 1));
        }
    }

    @Test
    void charactersOutsideTheBasicPlaneAreNeverCutInHalf() {
        Blocks blocks = new Blocks(PlainLines.of("字" + "𠮷".repeat(2000)));
        assertTrue(blocks.count() > 5);
        for (int block = 0; block < blocks.count(); block++) {
            assertFalse(Character.isLowSurrogate(blocks.text().text().charAt(blocks.start(block))));
        }
    }

    @Test
    void anAccentStaysWithItsLetter() {
        Blocks blocks = new Blocks(PlainLines.of("e\u0301".repeat(2000)));
        for (int block = 0; block < blocks.count(); block++) {
            assertEquals('e', blocks.text().text().charAt(blocks.start(block)));
        }
    }

    @Test
    void blocksCoverTheTextWithoutGapsOtherThanLineFeeds() {
        Blocks blocks = new Blocks(PlainLines.of("短\n\n" + "没有任何停顿".repeat(900) + "\n尾"));
        for (int block = 1; block < blocks.count(); block++) {
            int gap = blocks.start(block) - blocks.end(block - 1);
            assertEquals(blocks.isFirst(block) ? 1 : 0, gap);
        }
        for (int offset = 0; offset < blocks.text().text().length(); offset++) {
            int block = blocks.at(offset);
            assertTrue(blocks.start(block) <= offset && offset <= blocks.end(block));
        }
    }
}
