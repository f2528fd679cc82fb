package org.hubmark.ui.reading.model;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Gives overlapping marks bars side by side: each the lowest lane that is free. A lane counts as taken until the end of
 * the line a mark ends on, as far as that can be told without a layout, so that lanes stay the same whatever is
 * visible. Used once, for marks in the order of the text.
 */
public final class Lanes {

    /** Marks beyond this many at one place share the last lane. */
    public static final int MOST = 24;

    private final int[] takenUntil = new int[MOST];
    private final IntUnaryOperator lineEnd;

    /** @param lineEnd estimates, for the end of a mark, up to where its last line may reach */
    public Lanes(IntUnaryOperator lineEnd) {
        this.lineEnd = lineEnd;
        Arrays.fill(takenUntil, Integer.MIN_VALUE);
    }

    int next(int start, int end) {
        int lane = 0;
        while (lane < MOST - 1 && takenUntil[lane] > start) {
            lane++;
        }
        takenUntil[lane] = Math.max(takenUntil[lane], lineEnd.applyAsInt(end));
        return lane;
    }
}
