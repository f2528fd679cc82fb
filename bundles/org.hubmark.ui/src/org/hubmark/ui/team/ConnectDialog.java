package org.hubmark.ui.team;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.hubmark.ui.DialogLabels;
import org.hubmark.ui.DialogSizes;

/** The window of the wizard: Next first lets a page do what the next one builds upon. */
public final class ConnectDialog extends WizardDialog {

    public ConnectDialog(Shell parent, ConnectWizard wizard) {
        super(parent, wizard);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected Button createButton(Composite parent, int id, String label, boolean isDefault) {
        return super.createButton(parent, id, DialogLabels.of(id, label), isDefault);
    }

    /** The platform makes the button for Cancel by itself. */
    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        getButton(IDialogConstants.CANCEL_ID).setText(DialogLabels.of(IDialogConstants.CANCEL_ID, ""));
    }

    @Override
    protected IDialogSettings getDialogBoundsSettings() {
        return DialogSizes.of(ConnectDialog.class);
    }

    @Override
    protected int getDialogBoundsStrategy() {
        return DIALOG_PERSISTSIZE;
    }

    /** As if Next had been pressed; nothing if the page is not complete. */
    void next() {
        if (getCurrentPage().isPageComplete()) {
            nextPressed();
        }
    }

    /** As if Finish had been pressed; nothing if the page is not complete. */
    void finish() {
        if (getWizard().canFinish()) {
            finishPressed();
        }
    }

    @Override
    protected void nextPressed() {
        IWizardPage page = getCurrentPage();
        if (!(page instanceof ConnectPage step) || step.leave()) {
            super.nextPressed();
        }
    }
}
