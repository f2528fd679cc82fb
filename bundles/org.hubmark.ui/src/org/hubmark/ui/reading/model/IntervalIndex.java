package org.hubmark.ui.reading.model;

import java.util.function.IntConsumer;

/**
 * Finds the intervals that touch a stretch in O(log n + k): a sorted array read as a balanced tree, each node of which
 * knows the farthest end below it. Immutable.
 */
public final class IntervalIndex {

    private final int[] starts;
    private final int[] ends;
    private final int[] farthest;

    /** The intervals by ascending start, with one end, exclusive, for each. */
    public IntervalIndex(int[] starts, int[] ends) {
        this.starts = starts.clone();
        this.ends = ends.clone();
        this.farthest = new int[starts.length];
        fill(0, starts.length);
    }

    private int fill(int low, int high) {
        if (low >= high) {
            return Integer.MIN_VALUE;
        }
        int middle = (low + high) >>> 1;
        farthest[middle] = Math.max(ends[middle], Math.max(fill(low, middle), fill(middle + 1, high)));
        return farthest[middle];
    }

    /** Calls with the position of every interval that shares a character with {@code from} to {@code to}, ascending. */
    public void query(int from, int to, IntConsumer found) {
        query(0, starts.length, from, to, found);
    }

    private void query(int low, int high, int from, int to, IntConsumer found) {
        int middle = (low + high) >>> 1;
        if (low >= high || farthest[middle] <= from) {
            return;
        }
        query(low, middle, from, to, found);
        if (starts[middle] >= to) {
            return;
        }
        if (ends[middle] > from) {
            found.accept(middle);
        }
        query(middle + 1, high, from, to, found);
    }
}
