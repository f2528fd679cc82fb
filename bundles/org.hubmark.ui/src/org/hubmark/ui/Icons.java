package org.hubmark.ui;

import java.net.URL;
import java.util.Locale;

import org.eclipse.jface.resource.ImageDescriptor;

/** Every picture of the workbench, as SVG: sharp at any zoom. Whoever makes an image of one disposes it. */
public enum Icons {
    ADD, BRIEFING, BRIEFINGS, CODES, CONTRADICTS, COUNTRY, DELETE, EDITION, EVIDENCE, FILTER, GROUP, HUBMARK, HUBS,
            IMPORT,
    MEMO, MENTIONS, OFFLINE, OPEN_FOLDER, PASSAGE, PERSPECTIVE_MODEL, PERSPECTIVE_READ, REDO, REMOVE, REPORT, SUPPORTS,
    SYNCED, UNDO, WAITING;

    public ImageDescriptor descriptor() {
        URL url = Icons.class.getResource("/icons/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg");
        return ImageDescriptor.createFromURL(url);
    }
}
