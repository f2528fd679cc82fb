package org.hubmark.ui.reading.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What a window of some height shows of a text, and scrolling. The place is kept as a block and a pixel in it, never
 * as a pixel of the whole text: so estimated heights that prove wrong never move what the reader looks at. Only blocks
 * that come into the window are measured. Not thread-safe.
 */
public final class Flow {

    private final Blocks blocks;
    private final Measurer measurer;
    private Heights heights;
    private int viewHeight = 1;
    private int block;
    private int pixel;

    public Flow(Blocks blocks, int[] estimates, Measurer measurer) {
        this.blocks = blocks;
        this.measurer = measurer;
        this.heights = new Heights(estimates);
    }

    /** Lays out a block with the present width and font. */
    public interface Measurer {
        Extent measure(int block);
    }

    /**
     * The size of a block.
     *
     * @param height in pixels, at least one
     * @param lastLine the reading offset at which its last line begins
     */
    public record Extent(int height, int lastLine) {
    }

    /** A block in the window; {@code y} counts from the window's top and may be negative. */
    public record Visible(int block, int y, int height) {
        public boolean contains(int otherY) {
            return y <= otherY && otherY < y + height;
        }
    }

    /** Takes new estimates because the width or the font changed; the character at the window's top stays there. */
    public void reset(int[] estimates) {
        int offset = blocks.start(block);
        double share = pixel / (double) Math.max(1, heights.height(block));
        blocks.reset();
        heights = new Heights(estimates);
        block = blocks.at(offset);
        pixel = (int) (share * measure(block));
    }

    /** The height of the window; one that has no size yet shows one pixel, so that there always is a visible block. */
    public void viewHeight(int height) {
        viewHeight = Math.max(1, height);
    }

    public int viewHeight() {
        return viewHeight;
    }

    /** The blocks in the window from top to bottom, measured. Cost: that of the blocks not measured before. */
    public List<Visible> visible() {
        settleEnd();
        List<Visible> result = new ArrayList<>();
        int y = -pixel;
        for (int b = block; b < blocks.count() && y < viewHeight; b++) {
            int height = measure(b);
            result.add(new Visible(b, y, height));
            y += height;
        }
        return result;
    }

    public void scrollBy(int pixels) {
        pixel += pixels;
        while (pixel < 0 && block > 0) {
            block--;
            pixel += measure(block);
        }
        pixel = Math.max(0, pixel);
        while (block < blocks.count() - 1 && pixel >= measure(block)) {
            pixel -= measure(block);
            block++;
        }
        settleEnd();
    }

    /** Scrolls to a height of the whole text, which is an estimate as far as blocks are not measured. */
    public void jumpTo(long y) {
        block = heights.at(y);
        pixel = (int) Math.max(0, y - heights.top(block));
        pixel = Math.min(pixel, measure(block) - 1);
        settleEnd();
    }

    /** Scrolls so that a pixel of a block is at this height of the window, or as near as the ends of the text allow. */
    public void place(int target, int pixelInBlock, int atY) {
        block = target;
        pixel = 0;
        scrollBy(Math.min(pixelInBlock, measure(target)) - atY);
    }

    /** The window's top as a height of the whole text; an estimate. */
    public long position() {
        return heights.top(block) + pixel;
    }

    public long total() {
        return heights.total();
    }

    /** The block at the window's top. */
    public int topBlock() {
        return block;
    }

    /** Height of a block, laying it out if need be. */
    public int measure(int index) {
        Extent extent = measurer.measure(index);
        if (blocks.settle(index, extent.lastLine())) {
            extent = measurer.measure(index);
        }
        heights.set(index, extent.height());
        return extent.height();
    }

    /** The end of the text never leaves the bottom of the window while there is text above. */
    private void settleEnd() {
        int below = -pixel;
        for (int b = block; b < blocks.count(); b++) {
            below += measure(b);
            if (below >= viewHeight) {
                return;
            }
        }
        int missing = viewHeight - below;
        while (missing > pixel && block > 0) {
            block--;
            pixel += measure(block);
        }
        pixel = Math.max(0, pixel - missing);
    }
}
