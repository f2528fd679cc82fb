package org.hubmark.ui;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** A dialog that says above its fields what it is for, with buttons in the user's language. Display thread. */
public abstract class TitledDialog extends TitleAreaDialog {

    private final String title;
    private final String message;

    /** @param title also of the window */
    protected TitledDialog(Shell parent, String title, String message) {
        super(parent);
        this.title = title;
        this.message = message;
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

    @Override
    public void create() {
        super.create();
        setTitle(title);
        sayMessage();
    }

    /** Says what was said at first. */
    protected final void sayMessage() {
        setMessage(message, IMessageProvider.NONE);
    }

    /** Room for the fields, which takes all there is. */
    protected Composite createFields(Composite parent, int columns) {
        Composite fields = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields);
        GridLayoutFactory.swtDefaults().numColumns(columns).margins(10, 10).applyTo(fields);
        return fields;
    }
}
