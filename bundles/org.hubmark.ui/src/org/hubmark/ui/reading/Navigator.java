package org.hubmark.ui.reading;

import org.eclipse.swt.graphics.Rectangle;
import org.hubmark.ui.reading.LaidBox.Hit;
import org.hubmark.ui.reading.model.CaretModel;
import org.hubmark.ui.reading.model.CaretUnit;

/** Moves the caret of a page, by lines and windows too; keeps the column while it goes up and down. Display thread. */
final class Navigator {

    private static final int NONE = -1;

    private final Page page;
    private int column = NONE;

    Navigator(Page page) {
        this.page = page;
    }

    /** Forgets the column: the caret was put somewhere by other means. */
    void placed() {
        column = NONE;
    }

    /** Moves the caret and scrolls so that it can be seen. */
    void move(CaretUnit unit, boolean forward, boolean extend) {
        CaretModel caret = page.caret();
        if (!unit.isVisual()) {
            placed();
            caret.step(unit, forward, extend);
        } else if (unit == CaretUnit.LINE_EDGE) {
            placed();
            Hit edge = page.laid(page.blockAt(caret.caret())).lineEdge(caret.caret(), caret.atLineEnd(), forward);
            caret.moveTo(edge.offset(), edge.atLineEnd(), extend);
        } else {
            vertically(unit, forward, extend);
        }
        page.reveal(caret.caret(), caret.atLineEnd());
    }

    private void vertically(CaretUnit unit, boolean forward, boolean extend) {
        CaretModel caret = page.caret();
        page.reveal(caret.caret(), caret.atLineEnd());
        Rectangle from = page.caretBounds(caret.caret(), caret.atLineEnd()).orElseThrow();
        if (column == NONE) {
            column = from.x - page.style().geometry().column();
        }
        Hit target = unit == CaretUnit.LINE ? line(forward) : window(forward, from);
        boolean stuck = target.offset() == caret.caret();
        if (stuck) {
            caret.step(CaretUnit.DOCUMENT, forward, extend);
        } else {
            caret.moveTo(target.offset(), target.atLineEnd(), extend);
        }
    }

    /** The caret place in the line above or below, which may be in another block. */
    private Hit line(boolean forward) {
        CaretModel caret = page.caret();
        int block = page.blockAt(caret.caret());
        LaidBlock laid = page.laid(block);
        Rectangle from = laid.caret(caret.caret(), caret.atLineEnd());
        int half = BlockLayouter.spacing(page.style().em()) / 2 + 1;
        Hit inside = laid.hit(column, forward ? from.y + from.height + half : from.y - half);
        Rectangle there = laid.caret(inside.offset(), inside.atLineEnd());
        if (forward ? there.y > from.y : there.y < from.y) {
            return inside;
        }
        int next = block + (forward ? 1 : -1);
        if (next < 0 || next >= page.blockCount()) {
            return new Hit(caret.caret(), caret.atLineEnd());
        }
        page.flow().measure(next);
        LaidBlock other = page.laid(next);
        return other.hit(column, forward ? 0 : other.height());
    }

    private Hit window(boolean forward, Rectangle from) {
        long before = page.flow().position();
        int step = Math.max(from.height, page.flow().viewHeight() - 2 * from.height);
        page.flow().scrollBy(forward ? step : -step);
        boolean atEnd = page.flow().position() == before;
        int edge = forward ? page.flow().viewHeight() : 0;
        return page.hit(column + page.style().geometry().column(), atEnd ? edge : from.y + from.height / 2);
    }
}
