package org.hubmark.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.reading.model.CaretModel;
import org.hubmark.ui.reading.model.CaretUnit;
import org.hubmark.ui.reading.model.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class CaretModelTest {

    private static final String TEXT = "园区很大，企业很多。学校也好！\n第二段 of the text。";

    private final CaretModel caret = new CaretModel(PlainLines.of(TEXT));

    private String selected() {
        Range range = caret.selection();
        return TEXT.substring(range.start(), range.end());
    }

    @Test
    void goesFromCharacterToCharacterAsTheReaderSeesThem() {
        CaretModel accents = new CaretModel(PlainLines.of("e\u0301𠮷x"));
        accents.step(CaretUnit.CHARACTER, true, false);
        assertEquals(2, accents.caret());
        accents.step(CaretUnit.CHARACTER, true, false);
        assertEquals(4, accents.caret());
        accents.step(CaretUnit.CHARACTER, false, false);
        assertEquals(2, accents.caret());
    }

    @Test
    void shiftExtendsTheSelectionByClauses() {
        caret.step(CaretUnit.CLAUSE, true, true);
        assertEquals("园区很大，", selected());
        caret.step(CaretUnit.CLAUSE, true, true);
        assertEquals("园区很大，企业很多。", selected());
    }

    @Test
    void aStepFromASelectionGoesToItsEdge() {
        caret.select(2, 5);
        caret.step(CaretUnit.CHARACTER, false, false);
        assertEquals(2, caret.caret());
        assertTrue(caret.selection().isEmpty());
    }

    @Test
    void stopsAtBothEndsOfTheText() {
        caret.step(CaretUnit.SENTENCE, false, false);
        assertEquals(0, caret.caret());
        caret.step(CaretUnit.DOCUMENT, true, false);
        caret.step(CaretUnit.CHARACTER, true, false);
        assertEquals(TEXT.length(), caret.caret());
    }

    @Test
    void goesToTheBeginningOfAParagraphFirst() {
        caret.moveTo(20, false, false);
        caret.step(CaretUnit.PARAGRAPH, false, false);
        assertEquals(16, caret.caret());
        caret.step(CaretUnit.PARAGRAPH, false, false);
        assertEquals(0, caret.caret());
    }

    @Test
    void aDoubleClickSelectsTheChineseClause() {
        caret.press(6, false, 2, false);
        assertEquals("企业很多。", selected());
    }

    @Test
    void aDoubleClickSelectsTheLatinWord() {
        caret.press(TEXT.indexOf("the") + 1, false, 2, false);
        assertEquals("the", selected());
    }

    @Test
    void aTripleClickSelectsTheParagraph() {
        caret.press(3, false, 3, false);
        assertEquals(TEXT.substring(0, TEXT.indexOf('\n')), selected());
    }

    @Test
    void dragAfterADoubleClickGrowsByClausesInBothDirections() {
        caret.press(6, false, 2, false);
        caret.drag(11, false);
        assertEquals("企业很多。学校也好！", selected());
        caret.drag(1, false);
        assertEquals("园区很大，企业很多。", selected());
    }

    @Test
    void aClickWithShiftExtendsFromWhereTheSelectionBegan() {
        caret.press(5, false, 1, false);
        caret.press(2, false, 1, true);
        assertEquals(new Range(2, 5), caret.selection());
    }

    @Test
    void nothingIsSelectedInAnEmptyParagraph() {
        CaretModel empty = new CaretModel(PlainLines.of("一\n\n二"));
        empty.press(2, false, 2, false);
        assertTrue(empty.selection().isEmpty());
    }

    @Test
    void anEmptyTextHasACaretAndNoSelection() {
        CaretModel empty = new CaretModel(PlainLines.of(""));
        empty.step(CaretUnit.CLAUSE, true, true);
        empty.press(0, false, 3, false);
        assertEquals(new Range(0, 0), empty.selection());
    }

    @Test
    void linesNeedALayout() {
        caret.moveTo(1, false, false);
        assertThrows(IllegalArgumentException.class, () -> caret.step(CaretUnit.LINE, true, false));
    }
}
