package org.hubmark.ui.reading;

import java.util.UUID;
import java.util.function.ToDoubleFunction;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.hubmark.ui.reading.Margin.Bar;
import org.hubmark.ui.reading.Margin.Tag;
import org.hubmark.ui.reading.Mark.Sign.Kind;
import org.hubmark.ui.reading.model.Palette;

/** Paints the coding margin. */
final class MarginPainter {

    private static final String ELLIPSIS = "…";

    private final GC gc;
    private final PageStyle style;
    private final Attention attention;
    private final Palette palette;
    private final ToDoubleFunction<UUID> strength;

    /** @param strength of a mark, 0 to 1 */
    MarginPainter(GC gc, PageStyle style, Attention attention, ToDoubleFunction<UUID> strength) {
        this.gc = gc;
        this.strength = strength;
        this.style = style;
        this.attention = attention;
        this.palette = style.palette();
    }

    void paint(Margin margin) {
        gc.setAntialias(SWT.ON);
        margin.bars().forEach(this::bar);
        gc.setFont(style.fonts().label());
        margin.tags().forEach(this::tag);
        margin.signs().forEach(this::sign);
    }

    private void sign(Margin.Place place) {
        Rectangle r = place.bounds();
        int line = palette.line(place.sign().colour());
        int round = Math.max(2, r.width / 3);
        if (place.sign().kind() == Kind.PRESENT) {
            gc.setBackground(BlockLayouter.color(line));
            gc.fillRoundRectangle(r.x, r.y, r.width, r.height, round, round);
            gc.setForeground(BlockLayouter.color(Palette.ink(line)));
        } else {
            gc.setForeground(BlockLayouter.color(line));
            int foot = r.height / 4;
            gc.drawRoundRectangle(r.x, r.y, r.width - 1, r.height - foot, round, round);
            gc.drawPolyline(new int[] {r.x + foot, r.y + r.height - foot, r.x + foot, r.y + r.height,
                r.x + 2 * foot, r.y + r.height - foot});
            gc.setForeground(BlockLayouter.color(palette.text(place.sign().colour())));
        }
        gc.setFont(style.fonts().sign());
        Point size = gc.textExtent(place.sign().text());
        int height = place.sign().kind() == Kind.PRESENT ? r.height : r.height * 3 / 4 + 1;
        gc.drawText(place.sign().text(), r.x + (r.width - size.x) / 2, r.y + (height - size.y) / 2,
                SWT.DRAW_TRANSPARENT);
    }

    private void bar(Bar bar) {
        Mark mark = bar.mark().mark();
        Rectangle r = bar.bounds();
        int grow = attention.isOn(mark) ? Math.max(1, r.width / 3) : 0;
        gc.setBackground(BlockLayouter.color(palette.line(MarkPainter.colour(mark))));
        gc.setAlpha((int) (255 * strength.applyAsDouble(mark.id())));
        gc.fillRoundRectangle(r.x - grow, r.y, r.width + 2 * grow, r.height, r.width, r.width);
        gc.setAlpha(255);
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
