package org.hubmark.core.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the rows of a table together again from lines that were broken inside their cells. Lines that hold a whole row
 * of figures are taken as they stand; for the others the cheapest way of dealing the pieces out to the columns is
 * looked for: a cell's lines are about equally wide but the last, do not stop at a comma, and the last cell ends a
 * sentence. One use, one thread.
 */
final class TableLayout {

    private final String text;
    private final int columns;
    private final List<List<List<Segment>>> rows = new ArrayList<>();

    TableLayout(String text, int columns) {
        this.text = text;
        this.columns = columns;
    }

    /** The names of the columns; fewer than two if the line is not the head of a table. */
    static List<Segment> head(String text, Line line) {
        List<Segment> tokens = tokens(text, line);
        boolean names = tokens.stream().allMatch(t -> text.substring(t.start(), t.end()).chars()
                .noneMatch(c -> Character.isDigit(c) || "。，；".indexOf(c) >= 0));
        return names && tokens.size() >= 2 && line.width() <= 120 ? tokens : List.of();
    }

    /** The rows, each a list of cells, each a list of pieces. */
    List<List<List<Segment>>> rows(List<Line> lines) {
        List<Piece> open = new ArrayList<>();
        for (Line line : lines) {
            List<List<Segment>> figures = figures(line);
            if (figures.isEmpty()) {
                open.addAll(Piece.of(text, line));
            } else {
                deal(open);
                open.clear();
                rows.add(figures);
            }
        }
        deal(open);
        return rows;
    }

    private void deal(List<Piece> pieces) {
        if (!pieces.isEmpty()) {
            rows.addAll(new TableDeal(pieces, columns).rows());
        }
    }

    /** A whole row in one line, mostly figures, an ideographic blank for an empty cell; empty if it is not one. */
    private List<List<Segment>> figures(Line line) {
        List<Segment> tokens = tokens(text, line);
        boolean cut = tokens.size() == columns - 1 && text.substring(line.start(), line.end()).indexOf('\u3000') > 0;
        long numbers = tokens.stream().filter(t -> isFigure(t)).count();
        if (tokens.size() != columns && !cut || 2 * numbers < columns) {
            return List.of();
        }
        List<List<Segment>> cells = new ArrayList<>();
        for (Segment token : tokens) {
            cells.add(text.charAt(token.start()) == '\u3000' ? List.of() : List.of(token));
        }
        if (cut) {
            cells.add(List.of());
        }
        return cells;
    }

    private boolean isFigure(Segment token) {
        char c = text.charAt(token.start());
        char last = text.charAt(token.end() - 1);
        return c == '\u3000' || (Character.isDigit(c) || "-–—+±<>≈".indexOf(c) >= 0)
                && (Character.isDigit(last) || "%‰-–—".indexOf(last) >= 0);
    }

    private static List<Segment> tokens(String text, Line line) {
        List<Segment> tokens = new ArrayList<>();
        int start = -1;
        for (int i = line.start(); i <= line.end(); i++) {
            boolean blank = i == line.end() || Script.isBlank(text.charAt(i)) && text.charAt(i) != '\u3000';
            if (blank && start >= 0) {
                tokens.add(new Segment(start, i));
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
            }
        }
        return tokens;
    }

    /**
     * What one cell has in one line.
     *
     * @param sameLine whether the next piece stands in the same line, and therefore in another cell
     */
    record Piece(Segment segment, int width, boolean sameLine, boolean ended, boolean goesOn) {

        static List<Piece> of(String text, Line line) {
            List<Piece> pieces = new ArrayList<>();
            int start = line.start();
            for (int i = start + 1; i < line.end() - 1; i++) {
                if (Script.isBlank(text.charAt(i)) && isBetweenCells(text, line, i)) {
                    pieces.add(of(text, start, i, true));
                    start = i + 1;
                }
            }
            pieces.add(of(text, start, line.end(), false));
            return pieces;
        }

        private static Piece of(String text, int start, int end, boolean sameLine) {
            Segment segment = Sentences.trimmed(text, start, end).orElseThrow();
            Line line = Line.of(text.substring(segment.start(), segment.end())).getFirst();
            String own = text.substring(segment.start(), segment.end());
            char last = own.charAt(own.length() - 1);
            return new Piece(segment, line.width(), sameLine, "。！？.".indexOf(last) >= 0, "、，,：:（(-".indexOf(last) >= 0);
        }

        /** A blank between two Chinese words, neither of them a single character of a word that was spaced out. */
        private static boolean isBetweenCells(String text, Line line, int blank) {
            int after = blank;
            while (Script.isBlank(text.charAt(after))) {
                after++;
            }
            char before = text.charAt(blank - 1);
            if (!Script.isHan(before) || !Script.isHan(text.charAt(after))) {
                return false;
            }
            boolean aloneAfter = after + 1 == line.end() || !Script.isHan(text.charAt(after + 1))
                    && !Script.isLatin(text.charAt(after + 1));
            boolean aloneBefore = blank - 1 == line.start() || Script.isBlank(text.charAt(blank - 2))
                    && !Character.isDigit(text.charAt(Math.max(line.start(), blank - 3)));
            return !aloneAfter && !aloneBefore;
        }
    }
}
