package org.hubmark.ui.team;

import java.util.Arrays;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.Members;

/** Gives an account another password. */
final class NewPasswordDialog extends StoreDialog {

    private final Members members;
    private final String account;
    private final Consumer<char[]> changed;
    private PasswordFields fields;

    /** @param changed gets the new password, which is wiped afterwards */
    NewPasswordDialog(Shell parent, Members members, String account, Consumer<char[]> changed) {
        super(parent, Messages.of(NewPasswordDialog.class).get("change.title"),
                Messages.of(NewPasswordDialog.class).get("change.message", account));
        this.members = members;
        this.account = account;
        this.changed = changed;
    }

    @Override
    int columns() {
        return 2;
    }

    @Override
    void fill(Composite body) {
        fields = new PasswordFields(body, this::changed);
        fields.setFocus();
    }

    @Override
    String problem() {
        return fields.problem();
    }

    @Override
    void check() {
        enableOk(fields.isComplete());
    }

    @Override
    protected void okPressed() {
        char[] password = fields.password();
        ask(messages().get("change.job", account), monitor -> {
            members.changePassword(account, password, monitor);
            return password;
        }, now -> {
            changed.accept(now);
            Arrays.fill(now, '\0');
            super.okPressed();
        });
    }
}
