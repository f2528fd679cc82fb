package org.hubmark.ui.reading;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/** Copies, and offers the selection to the middle mouse button where the desktop has that (X11). Display thread. */
final class ReadingClipboard {

    private final Clipboard clipboard;

    ReadingClipboard(Display display) {
        this.clipboard = new Clipboard(display);
    }

    void copy(String text) {
        put(text, DND.CLIPBOARD);
    }

    void offerSelection(String text) {
        put(text, DND.SELECTION_CLIPBOARD);
    }

    private void put(String text, int clipboards) {
        if (!text.isEmpty()) {
            clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() }, clipboards);
        }
    }

    void dispose() {
        clipboard.dispose();
    }
}
