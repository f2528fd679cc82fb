package org.hubmark.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hubmark.core.store.QueryResult;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** How rows are written. */
enum ResultFormat {

    /** Columns lined up for a terminal, where a Chinese character is two wide. Line breaks are shown as blanks. */
    TABLE {
        @Override
        void write(QueryResult result, PrintStream out) {
            List<List<String>> lines = new ArrayList<>();
            lines.add(result.columns());
            result.rows().forEach(row -> lines.add(row.stream().map(v -> text(v).replace('\n', ' ')).toList()));
            int[] widths = widths(lines);
            writeLine(lines.getFirst(), widths, out);
            out.println("-".repeat(Math.max(1, java.util.Arrays.stream(widths).sum() + 2 * (widths.length - 1))));
            lines.subList(1, lines.size()).forEach(line -> writeLine(line, widths, out));
        }
    },

    /** RFC 4180 with a header line, but line ends are LF. */
    CSV {
        @Override
        void write(QueryResult result, PrintStream out) {
            out.print(line(result.columns()));
            result.rows().forEach(row -> out.print(line(row.stream().map(ResultFormat::text).toList())));
        }

        private String line(List<String> cells) {
            return cells.stream().map(this::quoted).reduce((a, b) -> a + "," + b).orElse("") + "\n";
        }

        private String quoted(String cell) {
            boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
        }
    },

    /** A JSON array with one object a row. */
    JSON {
        @Override
        void write(QueryResult result, PrintStream out) {
            Gson gson = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();
            List<Map<String, Object>> rows = new ArrayList<>();
            for (List<Object> row : result.rows()) {
                Map<String, Object> object = new LinkedHashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    object.put(result.columns().get(i), row.get(i));
                }
                rows.add(object);
            }
            out.println(gson.toJson(rows));
        }
    };

    private static final int WIDEST = 60;

    abstract void write(QueryResult result, PrintStream out);

    private static String text(Object value) {
        return value == null ? "" : value instanceof java.math.BigDecimal n ? n.toPlainString() : value.toString();
    }

    private static int[] widths(List<List<String>> lines) {
        int[] widths = new int[lines.getFirst().size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.min(WIDEST, Math.max(widths[i], width(line.get(i))));
            }
        }
        return widths;
    }

    private static void writeLine(List<String> cells, int[] widths, PrintStream out) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i)).append(" ".repeat(Math.max(0, widths[i] - width(cells.get(i)))));
            line.append(i < widths.length - 1 ? "  " : "");
        }
        out.println(line.toString().stripTrailing());
    }

    /** Columns a text takes on a terminal: Unicode's East Asian Width, wide and full-width as two. */
    static int width(String text) {
        return text.codePoints().map(c -> switch (UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH)) {
            case UCharacter.EastAsianWidth.WIDE, UCharacter.EastAsianWidth.FULLWIDTH -> 2;
            default -> 1;
        }).sum();
    }
}
