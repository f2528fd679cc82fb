package org.hubmark.app;

import org.eclipse.jface.action.ContributionItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The part of the status line that says who one is, and where, on a team server. Display thread. */
final class MemberItem extends ContributionItem {

    static final String ID = "org.hubmark.app.member";

    private String text = "";
    private String tooltip = "";

    MemberItem() {
        super(ID);
        setVisible(false);
    }

    @Override
    public void fill(Composite parent) {
        new Label(parent, SWT.SEPARATOR);
        CLabel label = new CLabel(parent, SWT.NONE);
        label.setText(text);
        label.setToolTipText(tooltip);
    }

    /** An empty text takes it away. */
    void say(String who, String detail) {
        text = who;
        tooltip = detail;
        setVisible(!who.isEmpty());
        if (getParent() != null) {
            getParent().update(true);
        }
    }
}
