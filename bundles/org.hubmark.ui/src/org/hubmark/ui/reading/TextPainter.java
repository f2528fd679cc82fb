package org.hubmark.ui.reading;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.hubmark.core.text.ReadingText.Kind;
import org.hubmark.ui.reading.model.Flow.Visible;
import org.hubmark.ui.reading.model.Palette;
import org.hubmark.ui.reading.model.ParagraphShape;
import org.hubmark.ui.reading.model.Range;

/** Paints the text of a page with its selection, and what belongs to paragraphs: the rules of tables and quotes. */
final class TextPainter {

    private final GC gc;
    private final Page page;
    private final Color foreground;
    private final Color dimmed;
    private final Color rule;
    private final Color selectionForeground;
    private final Color selectionBackground;

    TextPainter(GC gc, Page page) {
        Palette palette = page.style().palette();
        this.gc = gc;
        this.page = page;
        this.foreground = BlockLayouter.color(palette.foreground());
        this.dimmed = BlockLayouter.color(palette.dimmed());
        this.rule = BlockLayouter.color(palette.rule());
        this.selectionForeground = gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT);
        this.selectionBackground = gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION);
    }

    void paint(Visible visible) {
        LaidBlock block = page.laid(visible.block());
        Range selection = page.caret().selection();
        int left = page.style().geometry().column();
        decorate(block, left, visible.y());
        gc.setForeground(ParagraphShape.of(block.paragraph()).dimmed() ? dimmed : foreground);
        for (LaidBox box : block.boxes()) {
            int x = left + box.x();
            int y = visible.y() + box.y();
            int from = Math.max(selection.start(), box.start()) - box.start();
            int to = Math.min(selection.end(), box.end()) - box.start();
            if (from < to) {
                box.layout().draw(gc, x, y, from, to - 1, selectionForeground, selectionBackground);
            } else {
                box.layout().draw(gc, x, y);
            }
        }
    }

    private void decorate(LaidBlock block, int left, int y) {
        Kind kind = block.paragraph().kind();
        if (kind == Kind.TABLE_ROW) {
            table(block, left, y);
        } else if (kind == Kind.QUOTE) {
            int em = page.style().em();
            gc.setBackground(rule);
            gc.fillRectangle(left + em / 2, y + block.boxes().getFirst().y(), Math.max(2, em / 6),
                    block.height() - block.boxes().getFirst().y());
        }
    }

    private void table(LaidBlock block, int left, int y) {
        gc.setForeground(rule);
        int right = left + (block.edges().isEmpty() ? page.style().geometry().width() : block.edges().getLast());
        int bottom = y + block.height() - 1;
        int gap = page.style().em() / 4;
        int top = y + block.boxes().getFirst().y() - gap;
        gc.drawLine(left - gap, bottom, right, bottom);
        if (block.groupBegins()) {
            gc.drawLine(left - gap, top, right, top);
        }
        for (int i = 1; i < block.edges().size() - 1; i++) {
            int x = left + block.edges().get(i) - gap;
            gc.drawLine(x, block.groupBegins() ? top : y, x, bottom);
        }
    }
}
