package org.hubmark.ui.reading;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.hubmark.ui.reading.Margin.Bar;
import org.hubmark.ui.reading.Margin.Tag;
import org.hubmark.ui.reading.model.Palette;

/** Paints the coding margin. */
final class MarginPainter {

    private static final String ELLIPSIS = "…";

    private final GC gc;
    private final PageStyle style;
    private final Attention attention;
    private final Palette palette;

    MarginPainter(GC gc, PageStyle style, Attention attention) {
        this.gc = gc;
        this.style = style;
        this.attention = attention;
        this.palette = style.palette();
    }

    void paint(Margin margin) {
        gc.setAntialias(SWT.ON);
        margin.bars().forEach(this::bar);
        gc.setFont(style.fonts().label());
        margin.tags().forEach(this::tag);
    }

    private void bar(Bar bar) {
        Mark mark = bar.mark().mark();
        Rectangle r = bar.bounds();
        int grow = attention.isOn(mark) ? Math.max(1, r.width / 3) : 0;
        gc.setBackground(BlockLayouter.color(palette.line(MarkPainter.colour(mark))));
        gc.fillRoundRectangle(r.x - grow, r.y, r.width + 2 * grow, r.height, r.width, r.width);
    }

    private void tag(Tag tag) {
        Mark mark = tag.mark().mark();
        Rectangle r = tag.bounds();
        int pad = style.em() / 3;
        if (attention.isOn(mark)) {
            gc.setBackground(BlockLayouter.color(palette.line(tag.label().colour())));
            gc.setAlpha(palette.isHighContrast() ? 0 : palette.fill());
            gc.fillRoundRectangle(r.x, r.y, r.width, r.height, pad, pad);
            gc.setAlpha(255);
        }
        gc.setForeground(BlockLayouter.color(palette.text(tag.label().colour())));
        String more = tag.more() > 0 ? " +" + tag.more() : "";
        int room = r.width - 2 * pad - gc.textExtent(more).x;
        String text = shortened(tag.label().text().replace('\n', ' '), room) + more;
        gc.drawText(text, r.x + pad, r.y + (r.height - gc.getFontMetrics().getHeight()) / 2,
                SWT.DRAW_TRANSPARENT);
    }

    /** The text, cut until it fits. */
    private String shortened(String text, int room) {
        if (gc.textExtent(text).x <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (gc.textExtent(text.substring(0, middle) + ELLIPSIS).x <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        boolean half = low > 0 && Character.isHighSurrogate(text.charAt(low - 1));
        return text.substring(0, half ? low - 1 : low) + ELLIPSIS;
    }
}
