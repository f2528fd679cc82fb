package org.hubmark.ui.reading.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.ReadingText.Paragraph;

/**
 * A reading text in blocks, each laid out on its own: a paragraph, or a chunk of a long one. The cuts inside a
 * paragraph move to the line ends as they become known, so that no line in the middle of a paragraph ends short. Not
 * thread-safe.
 */
public final class Blocks {

    private final ReadingText text;
    private final int[] nominal;
    private final int[] starts;
    private final int[] paragraphs;
    /** Blocks with a known end: it moved to a line end, or could not because the next one was shown already. */
    private final BitSet settled = new BitSet();
    private final BitSet shown = new BitSet();

    /** Cost: linear in the text, some milliseconds for 2,000,000 characters. */
    public Blocks(ReadingText text) {
        this.text = text;
        Cuts cuts = new Cuts(text.text());
        List<Paragraph> all = text.paragraphs();
        int[] begins = new int[all.size()];
        int[] owners = new int[all.size()];
        int count = 0;
        for (int p = 0; p < all.size(); p++) {
            List<Integer> inside = new ArrayList<>(cuts.of(all.get(p).start(), all.get(p).end()));
            inside.addFirst(all.get(p).start());
            if (count + inside.size() > begins.length) {
                begins = Arrays.copyOf(begins, Math.max(2 * count, count + inside.size() + all.size() - p));
                owners = Arrays.copyOf(owners, begins.length);
            }
            for (int start : inside) {
                begins[count] = start;
                owners[count++] = p;
            }
        }
        this.nominal = Arrays.copyOf(begins, count);
        this.starts = nominal.clone();
        this.paragraphs = Arrays.copyOf(owners, count);
    }

    public ReadingText text() {
        return text;
    }

    public int count() {
        return starts.length;
    }

    public int start(int block) {
        return starts[block];
    }

    /** The end of a block, exclusive and without the LF after a paragraph. */
    public int end(int block) {
        return isLast(block) ? paragraph(block).end() : starts[block + 1];
    }

    public Paragraph paragraph(int block) {
        return text.paragraphs().get(paragraphs[block]);
    }

    /** The index of the paragraph a block belongs to. */
    public int paragraphIndex(int block) {
        return paragraphs[block];
    }

    /** The paragraph before that of a block; null for the first. */
    public Paragraph previousParagraph(int block) {
        return paragraphs[block] == 0 ? null : text.paragraphs().get(paragraphs[block] - 1);
    }

    public boolean isFirst(int block) {
        return block == 0 || paragraphs[block - 1] != paragraphs[block];
    }

    public boolean isLast(int block) {
        return block == count() - 1 || paragraphs[block + 1] != paragraphs[block];
    }

    /** The block that holds a reading offset; the LF after a paragraph belongs to its last block. */
    public int at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /**
     * Tells that a block has been laid out.
     *
     * @param lastLine where its last line begins
     * @return whether the block now ends there, so that it must be laid out once more
     */
    boolean settle(int block, int lastLine) {
        shown.set(block);
        if (isLast(block) || settled.get(block)) {
            return false;
        }
        settled.set(block);
        if (shown.get(block + 1) || lastLine <= starts[block]) {
            return false;
        }
        starts[block + 1] = lastLine;
        return true;
    }

    /** Forgets all line ends, because the width or the font is another. */
    void reset() {
        System.arraycopy(nominal, 0, starts, 0, starts.length);
        settled.clear();
        shown.clear();
    }
}
