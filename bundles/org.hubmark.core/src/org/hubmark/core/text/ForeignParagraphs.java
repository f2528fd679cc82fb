package org.hubmark.core.text;

import java.util.ArrayList;
import java.util.List;

import org.hubmark.core.text.ReadingText.Kind;

/**
 * Joins an English paragraph that a column of Chinese cut in two: the first part stops in mid-sentence, the second goes
 * on with a small letter a few paragraphs later.
 */
final class ForeignParagraphs {

    private static final int FARTHEST = 6;
    private final String text;

    ForeignParagraphs(String text) {
        this.text = text;
    }

    /** The blocks with such paragraphs joined, the second part moved up. */
    List<Block> mended(List<Block> blocks) {
        List<Block> result = new ArrayList<>(blocks);
        for (int i = 0; i < result.size(); i++) {
            int rest = isCut(result.get(i)) ? restOf(result, i) : -1;
            if (rest >= 0) {
                List<Segment> pieces = new ArrayList<>(result.get(i).groups().getFirst());
                pieces.addAll(result.remove(rest).groups().getFirst());
                result.set(i, Block.of(Kind.BODY, 0, pieces));
            }
        }
        return result;
    }

    private int restOf(List<Block> blocks, int cut) {
        for (int i = cut + 1; i < Math.min(blocks.size(), cut + FARTHEST); i++) {
            Block block = blocks.get(i);
            if (isForeign(block)) {
                char first = text.charAt(block.groups().getFirst().getFirst().start());
                return i > cut + 1 && Character.isLowerCase(first) ? i : -1;
            }
        }
        return -1;
    }

    private boolean isCut(Block block) {
        if (!isForeign(block)) {
            return false;
        }
        Segment last = block.groups().getFirst().getLast();
        char end = text.charAt(last.end() - 1);
        return Character.isLetter(end) || end == ',' || end == '-';
    }

    private boolean isForeign(Block block) {
        if (block.kind() != Kind.BODY || Script.isHan(text.charAt(block.groups().getFirst().getFirst().start()))) {
            return false;
        }
        return block.groups().getFirst().stream().map(s -> text.substring(s.start(), s.end()))
                .allMatch(line -> Line.of(line).stream().allMatch(Line::isForeign));
    }
}
