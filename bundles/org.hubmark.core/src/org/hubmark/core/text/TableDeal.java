package org.hubmark.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.hubmark.core.text.TableLayout.Piece;

/**
 * Deals pieces of text out to the columns of a table at the least cost (dynamic programming over piece and column). A
 * row may lack its first cell, which then spans several rows. Cost: pieces × columns × lines of a cell.
 */
final class TableDeal {

    /** A cell with more lines than this is not looked for. */
    private static final int TALLEST = 16;
    private static final double NEVER = 1e9;

    private final List<Piece> pieces;
    private final int columns;
    private final double[][] best;
    private final int[][] taken;

    TableDeal(List<Piece> pieces, int columns) {
        this.pieces = pieces;
        this.columns = columns;
        best = new double[pieces.size() + 1][columns];
        taken = new int[pieces.size() + 1][columns];
    }

    /** The rows; pieces that can't be dealt out become a row each. */
    List<List<List<Segment>>> rows() {
        for (double[] costs : best) {
            Arrays.fill(costs, NEVER);
        }
        best[pieces.size()][0] = 0;
        for (int piece = pieces.size() - 1; piece >= 0; piece--) {
            for (int column = columns - 1; column >= 0; column--) {
                look(piece, column);
            }
            // the first cell spans rows: begin this one with the second
            if (best[piece][1] + 1 < best[piece][0]) {
                best[piece][0] = best[piece][1] + 1;
                taken[piece][0] = 0;
            }
        }
        return best[0][0] < NEVER / 2 ? dealt() : apart();
    }

    private void look(int from, int column) {
        double joins = 0;
        boolean last = column == columns - 1;
        for (int to = from + 1; to <= Math.min(pieces.size(), from + TALLEST); to++) {
            if (to - from > 1) {
                joins += joinCost(pieces.get(to - 2), pieces.get(to - 1));
            }
            double rest = best[to][last ? 0 : column + 1];
            double cost = joins + breakCost(to, last) + rest;
            if (cost < best[from][column]) {
                best[from][column] = cost;
                taken[from][column] = to - from;
            }
        }
    }

    /** What it costs that two pieces are lines of one cell. */
    private static double joinCost(Piece upper, Piece lower) {
        if (upper.sameLine()) {
            return NEVER;
        }
        double cost = upper.ended() ? 3 : 0;
        cost += lower.width() > upper.width() + 3 && !upper.goesOn() ? 4 : 0;
        return cost - (upper.goesOn() ? 1 : 0);
    }

    /** What it costs that a cell ends before the piece {@code next}. */
    private double breakCost(int next, boolean rowEnds) {
        Piece upper = pieces.get(next - 1);
        double cost = upper.goesOn() ? 5 : 0;
        cost += rowEnds && !upper.ended() ? 2 : 0;
        boolean unfinished = next < pieces.size() && !upper.ended() && !upper.sameLine()
                && pieces.get(next).width() <= upper.width();
        return cost + (unfinished ? 2 : 0) + (rowEnds && upper.sameLine() ? NEVER : 0);
    }

    private List<List<List<Segment>>> dealt() {
        List<List<List<Segment>>> rows = new ArrayList<>();
        List<List<Segment>> row = new ArrayList<>();
        int piece = 0;
        for (int column = 0; piece < pieces.size(); column = (column + 1) % columns) {
            int count = taken[piece][column];
            row.add(pieces.subList(piece, piece + count).stream().map(Piece::segment).toList());
            piece += count;
            if (column == columns - 1) {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        return rows;
    }

    private List<List<List<Segment>>> apart() {
        List<List<List<Segment>>> rows = new ArrayList<>();
        for (Piece piece : pieces) {
            rows.add(List.of(List.of(piece.segment())));
        }
        return rows;
    }
}
