package org.hubmark.ui.reading;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.hubmark.ui.reading.model.Blocks;

/** The blocks laid out last; the others are disposed, as text layouts live in native memory. Display thread. */
final class LayoutCache {

    /** More than fit into any window. */
    private static final int MOST = 400;

    private final Map<Integer, LaidBlock> laid = new LinkedHashMap<>(MOST, 0.75f, true);
    private final Blocks blocks;
    private BlockLayouter layouter;

    LayoutCache(Blocks blocks, BlockLayouter layouter) {
        this.blocks = blocks;
        this.layouter = layouter;
    }

    /** Uses another width or font from now on. */
    void layouter(BlockLayouter other) {
        clear();
        layouter = other;
    }

    LaidBlock get(int block) {
        LaidBlock known = laid.get(block);
        if (known != null && known.start() == blocks.start(block) && known.end() == blocks.end(block)) {
            return known;
        }
        LaidBlock made = layouter.layOut(block);
        LaidBlock old = laid.put(block, made);
        if (old != null) {
            old.dispose();
        }
        if (laid.size() > MOST) {
            Iterator<LaidBlock> eldest = laid.values().iterator();
            eldest.next().dispose();
            eldest.remove();
        }
        return made;
    }

    void clear() {
        laid.values().forEach(LaidBlock::dispose);
        laid.clear();
    }
}
