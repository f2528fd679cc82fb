package org.hubmark.ui.reading.model;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds the intervals that touch a stretch in O(log n + k): a sorted array read as a balanced tree, each node of which
 * knows the farthest end below it. Immutable.
 */
final class IntervalIndex {

    private final int[] starts;
    private final int[] ends;
    private final int[] farthest;
    private final int[] positions;

    /** The intervals in any order, ends exclusive. Cost: O(n log n). */
    IntervalIndex(int[] starts, int[] ends) {
        // start and position in one number: much faster than sorting objects, and marks are indexed at each change
        long[] keys = new long[starts.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) starts[i] << 32 | i;
        }
        Arrays.sort(keys);
        this.positions = Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
        this.starts = Arrays.stream(positions).map(i -> starts[i]).toArray();
        this.ends = Arrays.stream(positions).map(i -> ends[i]).toArray();
        this.farthest = new int[keys.length];
        fill(0, keys.length);
    }

    private int fill(int low, int high) {
        if (low >= high) {
            return Integer.MIN_VALUE;
        }
        int middle = (low + high) >>> 1;
        farthest[middle] = Math.max(ends[middle], Math.max(fill(low, middle), fill(middle + 1, high)));
        return farthest[middle];
    }

    /** Calls with each interval that shares a character with {@code from} to {@code to}, by its position when made. */
    void query(int from, int to, IntConsumer found) {
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
            found.accept(positions[middle]);
        }
        query(middle + 1, high, from, to, found);
    }
}
