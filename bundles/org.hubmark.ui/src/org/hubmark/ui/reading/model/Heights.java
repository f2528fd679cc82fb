package org.hubmark.ui.reading.model;

/**
 * The heights of all blocks of a text, in pixels, in a Fenwick tree: the top of a block, the block at a height and a
 * corrected height each cost O(log n). Not thread-safe.
 */
public final class Heights {

    private final int[] heights;
    private final long[] tree;
    private final int highestBit;

    public Heights(int[] heights) {
        this.heights = heights.clone();
        this.tree = new long[heights.length + 1];
        this.highestBit = Integer.highestOneBit(Math.max(1, heights.length));
        for (int i = 1; i < tree.length; i++) {
            tree[i] += heights[i - 1];
            int parent = i + (i & -i);
            if (parent < tree.length) {
                tree[parent] += tree[i];
            }
        }
    }

    public int count() {
        return heights.length;
    }

    public int height(int block) {
        return heights[block];
    }

    public void set(int block, int height) {
        int difference = height - heights[block];
        heights[block] = height;
        for (int i = block + 1; difference != 0 && i < tree.length; i += i & -i) {
            tree[i] += difference;
        }
    }

    /** The sum of the heights of all blocks before this one; of the count of blocks, the total. */
    public long top(int block) {
        long sum = 0;
        for (int i = block; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }

    public long total() {
        return top(heights.length);
    }

    /** The block at a height; the first above the text, the last below it. */
    public int at(long y) {
        int block = 0;
        long rest = Math.max(0, y);
        for (int bit = highestBit; bit > 0; bit >>= 1) {
            int next = block + bit;
            if (next < tree.length && tree[next] <= rest) {
                block = next;
                rest -= tree[next];
            }
        }
        return Math.min(block, heights.length - 1);
    }
}
