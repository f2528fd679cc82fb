package org.hubmark.ui.reading;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.graphics.Rectangle;
import org.hubmark.core.text.ReadingText.Paragraph;
import org.hubmark.ui.reading.LaidBox.Hit;
import org.hubmark.ui.reading.model.Flow.Extent;

/**
 * A block with its text laid out. Coordinates count from the left edge of the column and the top of the block, offsets
 * in the reading text. Display thread; to be disposed, as text layouts live in native memory.
 *
 * @param groupBegins whether the paragraph before is of another kind
 * @param edges of the cells of a table row, one more than there are cells; else empty
 */
record LaidBlock(Paragraph paragraph, int start, int end, boolean groupBegins, List<LaidBox> boxes, List<Integer> edges,
        int height) {

    LaidBlock {
        boxes = List.copyOf(boxes);
        edges = List.copyOf(edges);
    }

    void dispose() {
        boxes.forEach(box -> box.layout().dispose());
    }

    Extent extent() {
        return new Extent(height, boxes.getLast().lastLine());
    }

    /** The caret place nearest to a point. */
    Hit hit(int x, int y) {
        LaidBox nearest = boxes.getFirst();
        for (int i = 1; i < boxes.size() && edges.get(i) <= x; i++) {
            nearest = boxes.get(i);
        }
        return nearest.hit(x, y);
    }

    /** The character under a point, or -1 if there is none. */
    int character(int x, int y) {
        return boxes.stream().mapToInt(box -> box.character(x, y)).max().orElse(-1);
    }

    Rectangle caret(int offset, boolean atLineEnd) {
        return box(offset).caret(offset, atLineEnd);
    }

    Hit lineEdge(int offset, boolean atLineEnd, boolean toEnd) {
        return box(offset).lineEdge(offset, atLineEnd, toEnd);
    }

    /** The box of an offset; of one between two cells, the cell before. */
    private LaidBox box(int offset) {
        LaidBox found = boxes.getFirst();
        for (LaidBox box : boxes) {
            if (box.start() <= offset) {
                found = box;
            }
        }
        return found;
    }

    /** What a stretch of text covers, line by line. */
    List<Rectangle> stretch(int from, int to) {
        List<Rectangle> result = new ArrayList<>();
        for (LaidBox box : boxes) {
            result.addAll(box.stretch(from, to));
        }
        return result;
    }
}
