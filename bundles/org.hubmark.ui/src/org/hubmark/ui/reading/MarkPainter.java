package org.hubmark.ui.reading;

import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.hubmark.core.text.Segment;
import org.hubmark.ui.reading.model.Flow.Visible;
import org.hubmark.ui.reading.model.Palette;
import org.hubmark.ui.reading.model.PlacedMark;

/**
 * Paints the highlights of marks: a translucent background, which blends where marks overlap, and a line below the
 * text in the mark's own depth, so that each of them can still be told.
 */
final class MarkPainter {

    private final GC gc;
    private final Page page;
    private final Attention attention;
    private final Palette palette;
    private final int thickness;
    private final int lines;
    private final ToDoubleFunction<UUID> strength;

    /** @param strength of a mark, 0 to 1 */
    MarkPainter(GC gc, Page page, Attention attention, ToDoubleFunction<UUID> strength) {
        this.gc = gc;
        this.page = page;
        this.attention = attention;
        this.strength = strength;
        this.palette = page.style().palette();
        this.thickness = Math.max(1, page.style().em() / 10);
        this.lines = Math.max(1, BlockLayouter.spacing(page.style().em()) / (thickness + 1));
    }

    void paint(Visible visible) {
        LaidBlock block = page.laid(visible.block());
        for (PlacedMark<Mark> mark : page.marks().in(block.start(), Math.max(block.start() + 1, block.end()))) {
            for (Segment segment : mark.reading()) {
                if (segment.start() < block.end() && segment.end() > block.start()) {
                    paint(mark, block.stretch(segment.start(), segment.end()), visible.y());
                }
            }
        }
    }

    private void paint(PlacedMark<Mark> placed, List<Rectangle> stretches, int top) {
        Mark mark = placed.mark();
        int left = page.style().geometry().column();
        boolean on = attention.isOn(mark);
        if (!on && placed.depth() >= 2 * lines) {
            return;
        }
        Color line = BlockLayouter.color(palette.line(colour(mark)));
        Color background = BlockLayouter.color(palette.highlight(colour(mark)));
        // more backgrounds would hide the text; lines and bars tell the rest
        boolean filled = !palette.isHighContrast() && (on || placed.depth() < Palette.LAYERS);
        double share = strength.applyAsDouble(mark.id());
        int alpha = (int) (share * (on ? Math.min(255, palette.fill() * 2) : palette.fill()));
        for (Rectangle r : stretches) {
            if (filled) {
                gc.setBackground(background);
                gc.setAlpha(alpha);
                gc.fillRectangle(left + r.x, top + r.y, r.width, r.height);
            }
            gc.setBackground(line);
            gc.setAlpha((int) (255 * share));
            int y = top + r.y + r.height + 1 + placed.depth() % lines * (thickness + 1);
            gc.fillRectangle(left + r.x, y, r.width, on ? thickness + 1 : thickness);
            gc.setAlpha(255);
        }
        if (attention.isFocused(mark)) {
            gc.setForeground(BlockLayouter.color(palette.text(colour(mark))));
            stretches.forEach(r -> gc.drawRectangle(left + r.x - 1, top + r.y - 1, r.width + 1, r.height + 1));
        }
    }

    static String colour(Mark mark) {
        return mark.labels().isEmpty() ? null : mark.labels().getFirst().colour();
    }
}
