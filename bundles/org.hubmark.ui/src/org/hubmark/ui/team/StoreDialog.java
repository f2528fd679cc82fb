package org.hubmark.ui.team;

import java.util.function.Consumer;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.hubmark.core.nls.Messages;
import org.hubmark.ui.DialogSizes;
import org.hubmark.ui.TitledDialog;

/**
 * A dialog that asks the store for something and says inline what came of it. It stays open, and what was typed stays
 * there, until the store has done it. Display thread.
 */
abstract class StoreDialog extends TitledDialog {

    static final int WIDTH_IN_CHARS = 60;

    private final Messages messages = Messages.of(StoreDialog.class);
    private Notice notice;
    private boolean busy;

    StoreDialog(Shell parent, String title, String message) {
        super(parent, title, message);
    }

    final Messages messages() {
        return messages;
    }

    /** Whether the store is being asked; nothing else may be started meanwhile. */
    final boolean isBusy() {
        return busy;
    }

    /** Makes the fields in a body of so many columns. */
    abstract void fill(Composite body);

    abstract int columns();

    /** What can be pressed now: called whenever that may have changed, also before there are buttons. */
    abstract void check();

    /** What is wrong with what is typed; null if nothing is. */
    String problem() {
        return null;
    }

    /** Something was typed or chosen: what was said about the last attempt no longer holds. */
    final void changed() {
        if (notice != null && !busy) {
            if (problem() == null) {
                calm();
            } else {
                complain(problem());
            }
        }
        check();
    }

    /** Whether OK can be pressed. */
    final void enableOk(boolean complete) {
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(complete && !busy);
        }
    }

    @Override
    protected IDialogSettings getDialogBoundsSettings() {
        return DialogSizes.of(getClass());
    }

    @Override
    protected int getDialogBoundsStrategy() {
        return DIALOG_PERSISTSIZE;
    }

    @Override
    public void create() {
        super.create();
        check();
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite body = createFields(parent, columns());
        notice = new Notice(body, columns(), convertWidthInCharsToPixels(WIDTH_IN_CHARS));
        fill(body);
        return body;
    }

    /** A label and room for a field beside it. */
    final void label(Composite body, String text) {
        new Label(body, SWT.NONE).setText(text);
    }

    /** Nothing is wrong any more. */
    final void calm() {
        notice.clear();
        sayMessage();
    }

    /** Says more below the head, which has room for two lines only. */
    final void explain(String text) {
        notice.show(text);
    }

    final void complain(String problem) {
        setMessage(notice.split(problem), IMessageProvider.ERROR);
    }

    /** Asks the store; a refusal is said here, and the dialog stays as it is. */
    final <T> void ask(String task, Errand.Work<T> work, Consumer<T> done) {
        busy = true;
        notice.clear();
        setMessage(task, IMessageProvider.INFORMATION);
        check();
        new Errand<T>(getShell(), task, work, result -> {
            busy = false;
            calm();
            done.accept(result);
            checkIfOpen();
        }, problem -> {
            busy = false;
            complain(problem);
            check();
        }).schedule();
    }

    private void checkIfOpen() {
        if (getShell() != null && !getShell().isDisposed()) {
            check();
        }
    }
}
