package org.hubmark.ui.team;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ServerProject;
import org.hubmark.ui.DialogLabels;
import org.hubmark.ui.DialogSizes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for the password of an account on a server that was used before. Afterwards the password is known. */
public final class PasswordDialog extends TitleAreaDialog {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordDialog.class);
    private static final int WIDTH_IN_CHARS = 60;
    private static final int MARGIN = 10;

    private final ServerProject place;
    private final Passwords passwords;
    private final String refusal;
    private final Messages messages = Messages.of(PasswordDialog.class);
    private Notice notice;
    private Text password;
    private Button remember;
    private Label where;

    /** @param refusal why the last password did not do; null if there was none */
    public PasswordDialog(Shell parent, ServerProject place, Passwords passwords, String refusal) {
        super(parent);
        this.place = place;
        this.passwords = passwords;
        this.refusal = refusal;
    }

    /** Where a password would be kept, for the user. */
    static String where(Passwords.Safe safe) {
        Messages messages = Messages.of(PasswordDialog.class);
        return switch (safe) {
            case KEYRING -> messages.get("password.keyring");
            case FILE -> messages.get("password.file", Passwords.VARIABLE);
            case NONE -> messages.get("password.nowhere", Passwords.VARIABLE);
        };
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(messages.get("password.title"));
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
    protected IDialogSettings getDialogBoundsSettings() {
        return DialogSizes.of(PasswordDialog.class);
    }

    @Override
    protected int getDialogBoundsStrategy() {
        return DIALOG_PERSISTSIZE;
    }

    @Override
    public void create() {
        super.create();
        setTitle(place.name());
        setMessage(refusal == null ? messages.get("password.message", place.account(), place.address())
                : notice.split(refusal), refusal == null ? IMessageProvider.NONE : IMessageProvider.ERROR);
        check();
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(MARGIN, MARGIN).applyTo(area);
        notice = new Notice(area, 2, convertWidthInCharsToPixels(WIDTH_IN_CHARS));
        new Label(area, SWT.NONE).setText(messages.get("login.password"));
        password = new Text(area, SWT.BORDER | SWT.PASSWORD);
        password.addModifyListener(e -> check());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(password);
        new Label(area, SWT.NONE);
        remember = new Button(area, SWT.CHECK);
        remember.setText(messages.get("login.remember"));
        new Label(area, SWT.NONE);
        where = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, true).hint(convertWidthInCharsToPixels(WIDTH_IN_CHARS),
                convertHeightInCharsToPixels(3)).applyTo(where);
        askWhere();
        password.setFocus();
        return area;
    }

    private void askWhere() {
        CompletableFuture.supplyAsync(passwords::safe).thenAccept(safe -> getShell().getDisplay().asyncExec(() -> {
            if (!where.isDisposed()) {
                remember.setEnabled(safe != Passwords.Safe.NONE);
                where.setText(where(safe));
            }
        }));
    }

    private void check() {
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(password.getCharCount() > 0);
        }
    }

    @Override
    protected void okPressed() {
        char[] typed = password.getTextChars();
        passwords.say(place.address(), place.account(), typed);
        if (remember.getSelection()) {
            CompletableFuture.runAsync(() -> keep(typed));
        }
        super.okPressed();
    }

    private void keep(char[] typed) {
        try {
            passwords.keep(place.address(), place.account(), typed);
        } catch (IOException e) {
            LOG.warn("the password can't be kept; the next start asks for it", e);
        }
    }
}
