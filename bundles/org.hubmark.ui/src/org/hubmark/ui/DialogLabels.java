package org.hubmark.ui;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.hubmark.core.nls.Messages;

/** The buttons of dialogs in the user's language: the platform itself speaks English only. */
public final class DialogLabels {

    private DialogLabels() {
    }

    /** The label of a button of JFace. @param otherwise for a button that is not one of the usual */
    public static String of(int button, String otherwise) {
        Messages messages = Messages.of(DialogLabels.class);
        return switch (button) {
            case IDialogConstants.OK_ID -> messages.get("button.ok");
            case IDialogConstants.CANCEL_ID -> messages.get("button.cancel");
            case IDialogConstants.DETAILS_ID -> messages.get("button.details");
            case IDialogConstants.CLOSE_ID -> messages.get("button.close");
            case IDialogConstants.BACK_ID -> messages.get("button.back");
            case IDialogConstants.NEXT_ID -> messages.get("button.next");
            case IDialogConstants.FINISH_ID -> messages.get("button.finish");
            default -> otherwise;
        };
    }

    /** Asks whether to go on; {@code action} is what the button for it says. */
    public static boolean confirm(Shell shell, String action, String question) {
        return MessageDialog.open(MessageDialog.QUESTION, shell, action, question, 0, action,
                of(IDialogConstants.CANCEL_ID, "")) == 0;
    }
}
