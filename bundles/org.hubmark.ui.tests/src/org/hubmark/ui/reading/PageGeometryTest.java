package org.hubmark.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.reading.model.PageGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NoErrorsLogged.class)
class PageGeometryTest {

    @ParameterizedTest
    @ValueSource(ints = { 400, 640, 900, 1100, 1600, 3840 })
    void nothingCoversAnythingElse(int width) {
        PageGeometry page = PageGeometry.of(width, 16);
        assertTrue(page.column() > 0);
        assertTrue(page.column() + page.width() < page.bars());
        assertTrue(page.barX(page.lanes() - 1) + page.barWidth() <= page.labels());
        assertTrue(page.labels() + page.labelWidth() <= width);
    }

    @Test
    void aLineIsNeverLongerThanIsComfortable() {
        assertEquals(PageGeometry.COLUMN_EMS * 16, PageGeometry.of(3840, 16).width());
    }

    @Test
    void aNarrowWindowKeepsTheBarsAndGivesUpTheLabels() {
        PageGeometry page = PageGeometry.of(420, 16);
        assertEquals(0, page.labelWidth());
        assertTrue(page.barX(page.lanes() - 1) + page.barWidth() <= 420);
    }

    @Test
    void barsBeyondTheLastLaneShareIt() {
        PageGeometry page = PageGeometry.of(1100, 16);
        assertEquals(page.barX(page.lanes() - 1), page.barX(20));
    }
}
