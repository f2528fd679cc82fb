package org.hubmark.ui;

import java.net.URL;
import java.util.Locale;

import org.eclipse.jface.resource.ImageDescriptor;

/** Every picture of the workbench, as SVG: sharp at any zoom. Whoever makes an image of one disposes it. */
public enum Icons {
    ACTIVITY, ADD, BRIEFING, BRIEFINGS, CODES, COMMENT, CONFLICT, CONTRADICTS, COUNTRY, DECIDED, DELETE, EDITION, EVIDENCE,
            FILTER, GROUP, HISTORY, HUBMARK, HUBS, IMPORT, MEMO, MENTIONS, OFFLINE, OPEN_FOLDER, PASSAGE, PEOPLE,
            PERSPECTIVE_MODEL, PERSPECTIVE_READ, REDO, REMOVE, REPORT, RESOLVED, SEEN, SUPPORTS, SYNCED, UNDO, WAITING;

    public ImageDescriptor descriptor() {
        URL url = Icons.class.getResource("/icons/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg");
        return ImageDescriptor.createFromURL(url);
    }
}
