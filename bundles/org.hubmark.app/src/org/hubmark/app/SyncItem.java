package org.hubmark.app;

import org.eclipse.jface.action.ContributionItem;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.hubmark.ui.Icons;

/** The part of the status line that says whether everything is in the store. Display thread. */
final class SyncItem extends ContributionItem {

    static final String ID = "org.hubmark.app.sync";

    private String text = "";
    private String tooltip = "";
    private Icons icon = Icons.WAITING;
    private CLabel label;
    private LocalResourceManager images;
    private final Runnable explain;

    /** @param explain what a click does */
    SyncItem(Runnable explain) {
        super(ID);
        this.explain = explain;
    }

    @Override
    public void fill(Composite parent) {
        new Label(parent, SWT.SEPARATOR);
        label = new CLabel(parent, SWT.NONE);
        images = new LocalResourceManager(JFaceResources.getResources(), label);
        label.setCursor(parent.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        label.addListener(SWT.MouseUp, e -> explain.run());
        update();
    }

    void say(Icons what, String message, String detail) {
        icon = what;
        text = message;
        tooltip = detail;
        update();
    }

    @Override
    public void update() {
        if (label != null && !label.isDisposed()) {
            label.setImage(images.create(icon.descriptor()));
            label.setText(text);
            label.setToolTipText(tooltip);
            label.requestLayout();
        }
    }
}
