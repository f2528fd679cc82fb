package org.hubmark.ui;

import org.eclipse.jface.dialogs.IInputValidator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** Asks for a name, with buttons in the user's language. */
public final class NameDialog extends InputDialog {

    /** @param validator null if any name but a blank one will do */
    public NameDialog(Shell parent, String title, String question, String proposed, IInputValidator validator) {
        super(parent, title, question, proposed,
                validator != null ? validator : name -> name.isBlank() ? "" : null);
    }

    /** The name without blanks around it. */
    public String name() {
        return getValue().strip();
    }

    @Override
    protected Button createButton(Composite parent, int id, String label, boolean isDefault) {
        return super.createButton(parent, id, DialogLabels.of(id, label), isDefault);
    }
}
