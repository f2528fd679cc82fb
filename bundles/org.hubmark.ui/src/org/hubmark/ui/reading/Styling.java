package org.hubmark.ui.reading;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.hubmark.ui.reading.model.PageGeometry;
import org.hubmark.ui.reading.model.Palette;

/** Follows the control's size, font and colours and the zoom with a page style. Owns the fonts; display thread. */
final class Styling {

    private static final double SMALLEST = 0.5;
    private static final double LARGEST = 4;

    private final Canvas canvas;
    private double zoom = 1;
    private Font base;
    private double fontZoom;
    private ReadingFonts fonts;
    private PageStyle style;

    Styling(Canvas canvas) {
        this.canvas = canvas;
        refresh();
    }

    PageStyle style() {
        return style;
    }

    double zoom() {
        return zoom;
    }

    void zoom(double wanted) {
        zoom = Math.clamp(wanted, SMALLEST, LARGEST);
    }

    /** Whether the style is to be another one than it was. */
    boolean isStale() {
        return !canvas.getFont().equals(base) || zoom != fontZoom || !palette().equals(style.palette())
                || !geometry(style.em()).equals(style.geometry());
    }

    /**
     * Makes the style anew.
     *
     * @return what must be disposed once nothing uses the former style any more
     */
    Runnable refresh() {
        Runnable leftover = () -> { };
        int em = style == null ? 0 : style.em();
        if (!canvas.getFont().equals(base) || zoom != fontZoom) {
            leftover = fonts == null ? leftover : fonts::dispose;
            base = canvas.getFont();
            fontZoom = zoom;
            fonts = new ReadingFonts(canvas.getDisplay(), base, zoom);
            em = fonts.em();
        }
        style = new PageStyle(fonts, geometry(em), palette());
        return leftover;
    }

    void dispose() {
        fonts.dispose();
    }

    private PageGeometry geometry(int em) {
        return PageGeometry.of(canvas.getClientArea().width, em);
    }

    private Palette palette() {
        return Palette.of(rgb(canvas.getBackground()), rgb(canvas.getForeground()),
                canvas.getDisplay().getHighContrast());
    }

    private static int rgb(Color color) {
        RGB rgb = color.getRGB();
        return rgb.red << 16 | rgb.green << 8 | rgb.blue;
    }
}
