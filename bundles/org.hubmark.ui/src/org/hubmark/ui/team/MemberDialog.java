package org.hubmark.ui.team;

import java.util.Arrays;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Members;
import org.hubmark.core.store.Role;

/** Makes a member, or gives one another name or role. */
final class MemberDialog extends StoreDialog {

    private final Members members;
    private final Member before;
    private Text name;
    private Text account;
    private Combo role;
    private Label mayDo;
    private PasswordFields password;
    private Member result;

    /** @param before null for a new member */
    MemberDialog(Shell parent, Members members, Member before) {
        super(parent, Messages.of(MemberDialog.class).get(before == null ? "member.new" : "member.change"),
                Messages.of(MemberDialog.class).get(before == null ? "member.new.message" : "member.change.message"));
        this.members = members;
        this.before = before;
    }

    /** The member as it is now, after OK. */
    Member result() {
        return result;
    }

    @Override
    int columns() {
        return 2;
    }

    @Override
    void fill(Composite body) {
        name = text(body, messages().get("member.name"), before == null ? "" : before.name());
        account = text(body, messages().get("member.account"), before == null ? "" : before.login());
        account.setEnabled(before == null);
        label(body, messages().get("member.role"));
        role = new Combo(body, SWT.READ_ONLY);
        for (Role each : Role.values()) {
            role.add(Roles.name(each));
        }
        role.select((before == null ? Role.ANALYST : before.role()).ordinal());
        role.addListener(SWT.Selection, e -> changed());
        label(body, "");
        mayDo = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false)
                .hint(convertWidthInCharsToPixels(WIDTH_IN_CHARS), convertHeightInCharsToPixels(2)).applyTo(mayDo);
        password = before == null ? new PasswordFields(body, this::changed) : null;
        name.setFocus();
    }

    private Text text(Composite body, String label, String value) {
        label(body, label);
        Text text = new Text(body, SWT.BORDER);
        text.setText(value);
        text.addModifyListener(e -> changed());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        return text;
    }

    private Member member() {
        return new Member(before == null ? account.getText().strip() : before.account(), name.getText().strip(), Role.values()[role.getSelectionIndex()]);
    }

    @Override
    String problem() {
        return password == null ? null : password.problem();
    }

    @Override
    void check() {
        Member now = member();
        mayDo.setText(messages().get("may." + now.role().word()));
        enableOk(!now.name().isEmpty() && !now.account().isEmpty() && !now.equals(before)
                && (password == null || password.isComplete()));
    }

    @Override
    protected void okPressed() {
        Member now = member();
        if (before == null) {
            char[] secret = password.password();
            ask(messages().get("member.job.new", now.name()), monitor -> {
                members.create(now, secret, monitor);
                Arrays.fill(secret, '\0');
                return now;
            }, this::finish);
        } else {
            ask(messages().get("member.job.change", now.name()), monitor -> {
                members.change(now, monitor);
                return now;
            }, this::finish);
        }
    }

    private void finish(Member member) {
        result = member;
        super.okPressed();
    }
}
