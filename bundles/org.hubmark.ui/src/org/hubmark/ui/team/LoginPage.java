package org.hubmark.ui.team;

import java.util.concurrent.CompletableFuture;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.store.ServerAddress;

/** Who works there: account and password. */
final class LoginPage extends ConnectPage {

    private Text account;
    private Text password;
    private Button remember;
    private Label where;
    private ServerAddress filledFor;

    LoginPage() {
        super("login");
    }

    String account() {
        return account.getText().strip();
    }

    /** A copy; that of the environment if nothing was typed. */
    char[] password() {
        char[] typed = password.getTextChars();
        return typed.length > 0 ? typed : wizard().passwords().environment();
    }

    boolean remember() {
        return remember.getSelection() && password.getCharCount() > 0;
    }

    @Override
    public void createControl(Composite parent) {
        Composite body = body(parent);
        account = field(body, messages().get("login.account"), SWT.NONE);
        password = field(body, messages().get("login.password"), SWT.PASSWORD);
        if (wizard().passwords().isInEnvironment()) {
            password.setMessage(messages().get("login.environment", Passwords.VARIABLE));
        }
        new Label(body, SWT.NONE);
        remember = new Button(body, SWT.CHECK);
        remember.setText(messages().get("login.remember"));
        new Label(body, SWT.NONE);
        where = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(
                ConnectWizard.WIDTH_IN_CHARS), convertHeightInCharsToPixels(3)).applyTo(where);
        askWhere();
    }

    private Text field(Composite body, String label, int style) {
        new Label(body, SWT.NONE).setText(label);
        Text text = new Text(body, SWT.BORDER | style);
        text.addModifyListener(e -> check());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        return text;
    }

    /** The keyring may take a while, or ask its user first. */
    private void askWhere() {
        Passwords passwords = wizard().passwords();
        CompletableFuture.supplyAsync(passwords::safe).thenAccept(safe -> where.getDisplay().asyncExec(() -> {
            if (!where.isDisposed()) {
                remember.setEnabled(safe != Passwords.Safe.NONE);
                where.setText(PasswordDialog.where(safe));
                where.getParent().layout();
            }
        }));
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible && !connection().address().equals(filledFor)) {
            filledFor = connection().address();
            account.setText(wizard().account(filledFor).orElse(""));
            password.setText("");
        }
        super.setVisible(visible);
        if (visible) {
            (account().isEmpty() ? account : password).setFocus();
            check();
        }
    }

    private void check() {
        calm(null);
        setPageComplete(!account().isEmpty()
                && (password.getCharCount() > 0 || wizard().passwords().isInEnvironment()));
    }

    @Override
    boolean leave() {
        String name = account();
        char[] secret = password();
        boolean done = run(messages().get("login.job", name), monitor -> connection().logIn(name, secret, monitor));
        if (!done) {
            password.setFocus();
            password.selectAll();
        }
        return done;
    }
}
