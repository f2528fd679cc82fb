package org.hubmark.ui.reading;

import org.hubmark.ui.reading.model.PageGeometry;
import org.hubmark.ui.reading.model.Palette;

/** With what a page is set: fonts, places and colours. */
record PageStyle(ReadingFonts fonts, PageGeometry geometry, Palette palette) {

    int em() {
        return geometry.em();
    }
}
