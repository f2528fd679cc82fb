package org.hubmark.ui.team;

import java.lang.reflect.InvocationTargetException;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.ProgressMonitorPart;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.hubmark.ui.DialogLabels;
import org.hubmark.ui.DialogSizes;

/** The window of the wizard: Next first lets a page do what the next one builds upon. */
public final class ConnectDialog extends WizardDialog {

    private boolean running;

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

    /** One without a button of its own to stop it: that is what Cancel is for. */
    @Override
    protected ProgressMonitorPart createProgressMonitorPart(Composite parent, GridLayout layout) {
        return new ProgressMonitorPart(parent, layout, false);
    }

    /** Meanwhile Cancel has the focus: without any in the window, no key would reach it. */
    @Override
    public void run(boolean fork, boolean cancelable, IRunnableWithProgress work)
            throws InvocationTargetException, InterruptedException {
        Control before = getShell().getDisplay().getFocusControl();
        getButton(IDialogConstants.CANCEL_ID).setFocus();
        running = true;
        try {
            super.run(fork, cancelable, work);
        } finally {
            running = false;
            if (before != null && !before.isDisposed()) {
                before.setFocus();
            }
        }
    }

    /** Escape, too, cancels what is going on before it closes the window. */
    @Override
    protected void handleShellCloseEvent() {
        if (running) {
            getProgressMonitor().setCanceled(true);
        } else {
            super.handleShellCloseEvent();
        }
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
