package org.hubmark.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.hubmark.core.text.ReadingText.Kind;
import org.hubmark.report.block.Block;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class ColumnWidthsTest {

    private final Block.TextParagraph head = paragraph(Kind.TABLE_ROW, "年", "x".repeat(100), "企业");
    private final Block.TextParagraph shorter = paragraph(Kind.TABLE_ROW, "2019");
    private final Block.TextParagraph between = paragraph(Kind.BODY, "text");
    private final Block.TextParagraph other = paragraph(Kind.TABLE_ROW, "a", "b");
    private final ColumnWidths widths = new ColumnWidths(List.of(head, shorter, between, other));

    @Test
    void allRowsOfATableHaveTheSameColumns() {
        assertEquals("grid-template-columns:minmax(0,4fr) minmax(0,10fr) minmax(0,4fr)", widths.of(head));
        assertEquals(widths.of(head), widths.of(shorter));
    }

    @Test
    void theNextTableHasItsOwnAndOtherTextHasNone() {
        assertEquals("grid-template-columns:minmax(0,4fr) minmax(0,4fr)", widths.of(other));
        assertNull(widths.of(between));
    }

    private static Block.TextParagraph paragraph(Kind kind, String... cells) {
        List<Block.Stretch> stretches = new ArrayList<>();
        for (String cell : cells) {
            stretches.add(new Block.Stretch(cell, Set.of(), stretches.size(), List.of(), List.of()));
        }
        return new Block.TextParagraph(kind, 0, stretches, List.of());
    }
}
