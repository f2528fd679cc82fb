package org.hubmark.ui.reading;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;

/**
 * The fonts of one zoom, derived from the control's own font so that they follow the desktop. Owns them; display
 * thread.
 */
final class ReadingFonts {

    private final Device device;
    private final FontData[] base;
    private final double zoom;
    private final Map<Key, Font> fonts = new HashMap<>();

    private record Key(double scale, int style, boolean mono) {
    }

    ReadingFonts(Device device, Font base, double zoom) {
        this.device = device;
        this.base = base.getFontData();
        this.zoom = zoom;
    }

    Font base() {
        return get(1, SWT.NORMAL);
    }

    Font label() {
        return get(0.85, SWT.NORMAL);
    }

    /** For a letter or two in the small signs beside the text. */
    Font sign() {
        return get(0.65, SWT.BOLD);
    }

    /** A font of the control's family. */
    Font get(double scale, int style) {
        return fonts.computeIfAbsent(new Key(scale, style, false), key -> create(base, key));
    }

    Font mono(double scale) {
        FontData[] family = JFaceResources.getFontRegistry().defaultFont().getFontData();
        family[0].setName(JFaceResources.getTextFont().getFontData()[0].getName());
        family[0].setHeight(base[0].getHeight());
        return fonts.computeIfAbsent(new Key(scale, SWT.NORMAL, true), key -> create(family, key));
    }

    private Font create(FontData[] family, Key key) {
        FontData[] data = new FontData[family.length];
        for (int i = 0; i < data.length; i++) {
            int height = Math.max(1, (int) Math.round(family[i].getHeight() * key.scale() * zoom));
            data[i] = new FontData(family[i].getName(), height, key.style());
        }
        return new Font(device, data);
    }

    /** Width of a Chinese character in the base font, in pixels. */
    int em() {
        GC gc = new GC(device);
        try {
            gc.setFont(base());
            // ten characters, as one alone is rounded
            return Math.max(4, gc.textExtent("国".repeat(10)).x / 10);
        } finally {
            gc.dispose();
        }
    }

    void dispose() {
        fonts.values().forEach(Font::dispose);
        fonts.clear();
    }
}
