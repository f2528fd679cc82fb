package org.hubmark.ui;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.hubmark.core.nls.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one door through which the window tells of what went wrong. From any thread; never waits for the user. */
public final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private Errors() {
    }

    /**
     * Logs an error and shows it. A cancellation is no error and is ignored.
     *
     * @param message what happened, what it means for the work, what to do next
     * @param cause shown on demand; may be null
     */
    public static void show(String message, Throwable cause) {
        if (cause instanceof OperationCanceledException) {
            return;
        }
        LOG.error(message, cause);
        later(shell -> {
            String reason = cause == null || cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
            IStatus status = new Status(IStatus.ERROR, "org.hubmark.ui", reason, cause);
            new Dialog(shell, Messages.of(Errors.class).get("errors.title"), message,
                    cause == null ? Status.error(message) : status).open();
        });
    }

    /**
     * Tells the user of something that was refused for a good reason; nothing is wrong with the program, nothing is
     * logged.
     */
    public static void refused(String message) {
        later(shell -> MessageDialog.open(MessageDialog.WARNING, shell, Messages.of(Errors.class).get("errors.refused"),
                message, 0, DialogLabels.of(IDialogConstants.OK_ID, "")));
    }

    private static void later(Consumer<Shell> dialog) {
        Display display = Display.getDefault();
        display.asyncExec(() -> {
            if (!display.isDisposed()) {
                dialog.accept(display.getActiveShell());
            }
        });
    }

    private static final class Dialog extends ErrorDialog {

        Dialog(Shell parent, String title, String message, IStatus status) {
            super(parent, title, message, status, IStatus.ERROR | IStatus.WARNING);
        }

        @Override
        protected Button createButton(Composite parent, int id, String label, boolean isDefault) {
            return super.createButton(parent, id, DialogLabels.of(id, label), isDefault);
        }
    }
}
