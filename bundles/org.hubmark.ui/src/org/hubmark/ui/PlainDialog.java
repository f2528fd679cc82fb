package org.hubmark.ui;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** A dialog without a head that can be resized, with its buttons in the language of the workbench. Display thread. */
public abstract class PlainDialog extends Dialog {

    private final String title;

    /** @param title of the window */
    protected PlainDialog(Shell parent, String title) {
        super(parent);
        this.title = title;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected Button createButton(Composite parent, int id, String label, boolean isDefault) {
        return super.createButton(parent, id, DialogLabels.of(id, label), isDefault);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }
}
