package org.hubmark.ui.reading.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.ReadingText.Kind;
import org.hubmark.core.text.ReadingText.Paragraph;
import org.hubmark.core.text.ReadingText.Span;
import org.hubmark.core.text.ReadingText.Style;

/** Shares the width of the column among the cells of each table, the same for all rows of one table. Immutable. */
public final class TableColumns {

    /** Rows of a table that are looked at; those after them get the same columns. */
    private static final int SAMPLE = 200;
    private static final int NARROWEST = 6;
    private static final int WIDEST = 80;

    private final TreeMap<Integer, double[]> tables = new TreeMap<>();

    /** Cost: linear in the paragraphs. */
    public TableColumns(ReadingText text) {
        List<Paragraph> paragraphs = text.paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            if (paragraphs.get(i).kind() == Kind.TABLE_ROW) {
                int end = i;
                while (end < paragraphs.size() && paragraphs.get(end).kind() == Kind.TABLE_ROW) {
                    end++;
                }
                tables.put(i, weights(text.text(), paragraphs.subList(i, Math.min(end, i + SAMPLE))));
                i = end - 1;
            }
        }
    }

    private static double[] weights(String text, List<Paragraph> rows) {
        double[] widest = {};
        for (Paragraph row : rows) {
            List<Span> cells = cells(row);
            if (cells.size() > widest.length) {
                widest = Arrays.copyOf(widest, cells.size());
            }
            // the last cell of a row with fewer cells than others takes the rest, so it says nothing about its column
            for (int c = 0; c < cells.size(); c++) {
                widest[c] = Math.max(widest[c], Widths.halfEms(text, cells.get(c).start(), cells.get(c).end()));
            }
        }
        for (int c = 0; c < widest.length; c++) {
            widest[c] = Math.clamp(widest[c], NARROWEST, WIDEST) + 2;
        }
        return widest;
    }

    /** The cells of a row, in order; empty if it has none, so that it is shown as a line of text. */
    public static List<Span> cells(Paragraph row) {
        return row.spans().stream().filter(s -> s.style() == Style.CELL).toList();
    }

    /**
     * The left edges of the cells of a row, and the right edge of the last: one more than it has cells.
     *
     * @param width of the column, in pixels
     * @param em width of a Chinese character, in pixels
     */
    public List<Integer> edges(int paragraph, int cells, int width, double em) {
        Map.Entry<Integer, double[]> table = tables.floorEntry(paragraph);
        double[] widths = table == null ? new double[cells] : table.getValue();
        double natural = Arrays.stream(widths).sum() * em / 2;
        double[] shares = natural <= width ? widths : Arrays.stream(widths).map(Math::sqrt).toArray();
        double scale = natural <= width ? em / 2 : width / Arrays.stream(shares).sum();
        List<Integer> edges = new ArrayList<>();
        double x = 0;
        for (int c = 0; c < cells; c++) {
            edges.add((int) x);
            x += c < shares.length ? shares[c] * scale : 0;
        }
        edges.add(cells < shares.length || natural > width ? width : (int) x);
        return edges;
    }
}
