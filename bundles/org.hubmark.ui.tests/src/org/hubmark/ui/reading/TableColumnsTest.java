package org.hubmark.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.hubmark.core.text.ReadingText.Kind;
import org.hubmark.core.text.ReadingText.Paragraph;
import org.hubmark.core.text.ReadingText.Span;
import org.hubmark.core.text.ReadingText.Style;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.reading.model.TableColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class TableColumnsTest {

    /** Rows are lines with bars between the cells; a line without a bar is text. */
    private static PlainLines table(String text) {
        return PlainLines.of(text, line -> {
            if (text.substring(line.start(), line.end()).indexOf('|') < 0) {
                return line;
            }
            List<Span> cells = new ArrayList<>();
            int start = line.start();
            for (int i = start; i <= line.end(); i++) {
                if (i == line.end() || text.charAt(i) == '|') {
                    cells.add(new Span(start, i, Style.CELL));
                    start = i + 1;
                }
            }
            return new Paragraph(line.start(), line.end(), Kind.TABLE_ROW, 0, cells);
        });
    }

    @Test
    void allRowsOfATableHaveTheSameColumns() {
        TableColumns columns = new TableColumns(table("名称|数量\n筑波科学城的研究机构|29"));
        assertEquals(columns.edges(0, 2, 600, 16), columns.edges(1, 2, 600, 16));
    }

    @Test
    void aSmallTableIsAsWideAsItsText() {
        List<Integer> edges = new TableColumns(table("名称|数量\n大学|29")).edges(0, 2, 600, 16);
        assertTrue(edges.getLast() < 300);
    }

    @Test
    void aWideTableFillsTheColumnAndNoMore() {
        String cell = "很长的一段说明".repeat(10);
        List<Integer> edges = new TableColumns(table("短|" + cell + "|" + cell)).edges(0, 3, 600, 16);
        assertEquals(600, edges.getLast());
        assertTrue(edges.get(1) < edges.get(2) - edges.get(1));
    }

    @Test
    void theLastCellOfAShortRowTakesTheRest() {
        TableColumns columns = new TableColumns(table("名称|数量|说明\n合计|29"));
        assertEquals(600, columns.edges(1, 2, 600, 16).getLast());
    }

    @Test
    void twoTablesHaveTheirOwnColumns() {
        TableColumns columns = new TableColumns(table("一|二\n正文\n这里的第一列宽得多|二"));
        assertTrue(columns.edges(0, 2, 600, 16).get(1) < columns.edges(2, 2, 600, 16).get(1));
    }
}
