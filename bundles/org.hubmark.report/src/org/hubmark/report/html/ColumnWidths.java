package org.hubmark.report.html;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.hubmark.core.text.ReadingText;
import org.hubmark.report.block.Block;

/**
 * The columns of the tables in a source text: as many in each row of a table, and the wider the more there is to read
 * in them. The rows are apart, each beside its notes, so a browser could not line them up by itself.
 */
final class ColumnWidths {

    private static final int NARROWEST = 4;

    private final Map<Block.TextParagraph, String> byRow = new IdentityHashMap<>();

    ColumnWidths(List<Block.TextParagraph> paragraphs) {
        int from = 0;
        while (from < paragraphs.size()) {
            int to = from;
            while (to < paragraphs.size() && paragraphs.get(to).kind() == ReadingText.Kind.TABLE_ROW) {
                to++;
            }
            if (to > from) {
                table(paragraphs.subList(from, to));
            }
            from = Math.max(to, from + 1);
        }
    }

    /** The style of a paragraph that is a row of a table; null for others. */
    String of(Block.TextParagraph paragraph) {
        return byRow.get(paragraph);
    }

    private void table(List<Block.TextParagraph> rows) {
        TreeMap<Integer, Integer> longest = new TreeMap<>();
        for (Block.TextParagraph row : rows) {
            Map<Integer, Integer> lengths = new TreeMap<>();
            row.stretches().stream().filter(s -> s.cell() >= 0)
                    .forEach(s -> lengths.merge(s.cell(), s.text().length(), Integer::sum));
            lengths.forEach((cell, length) -> longest.merge(cell, length, Math::max));
        }
        if (!longest.isEmpty()) {
            StringBuilder style = new StringBuilder("grid-template-columns:");
            for (int cell = 0; cell <= longest.lastKey(); cell++) {
                long width = Math.max(NARROWEST, Math.round(Math.sqrt(longest.getOrDefault(cell, 0))));
                style.append(cell == 0 ? "" : " ").append("minmax(0,").append(width).append("fr)");
            }
            rows.forEach(row -> byRow.put(row, style.toString()));
        }
    }
}
