package org.hubmark.ui.team;

import java.text.BreakIterator;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.hubmark.core.nls.Messages;

/**
 * The rest of a message that is too long for the head of a dialog, which has room for two lines only. Takes no room
 * while there is none. Display thread.
 */
final class Notice {

    private static final int ROOM = 110;
    private static final int ROOM_IN_CHINESE = 60;

    private final Label label;
    private final GridData layout;

    /** @param width in pixels, where the lines break */
    Notice(Composite parent, int columns, int width) {
        label = new Label(parent, SWT.WRAP);
        layout = GridDataFactory.fillDefaults().span(columns, 1).grab(true, false).hint(width, SWT.DEFAULT)
                .exclude(true).create();
        label.setLayoutData(layout);
        label.setVisible(false);
    }

    /** Shows what the head has no room for, and returns what it has room for. */
    String split(String message) {
        int cut = cut(message);
        show(message.substring(cut).strip());
        return message.substring(0, cut).strip();
    }

    /** Shows just this; nothing if it is empty. */
    void show(String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        layout.exclude = text.isEmpty();
        label.getParent().layout(true, true);
    }

    void clear() {
        show("");
    }

    /** Where the last sentence ends that has room; after the first one if none has. */
    static int cut(String message) {
        int room = Messages.isChinese(Messages.of(Notice.class).locale()) ? ROOM_IN_CHINESE : ROOM;
        if (message.length() <= room) {
            return message.length();
        }
        BreakIterator sentences = BreakIterator.getSentenceInstance(Messages.of(Notice.class).locale());
        sentences.setText(message);
        int end = sentences.following(0);
        for (int next = end; next != BreakIterator.DONE && next <= room; next = sentences.next()) {
            end = next;
        }
        return end == BreakIterator.DONE ? message.length() : end;
    }
}
