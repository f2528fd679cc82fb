package org.hubmark.ui.team;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Members;
import org.hubmark.core.store.Role;
import org.hubmark.ui.DialogLabels;

/** The members of a database: administrators change them, the others look. */
final class MembersDialog extends StoreDialog {

    private static final int LINES = 12;

    private final Members members;
    private final boolean administrator;
    private BiConsumer<String, char[]> newPassword = (account, password) -> { };
    private TableViewer table;
    private Button add;
    private Button change;
    private Button password;
    private Button remove;

    /**
     * @param away whether the server is away: then members are those of the last time it was there
     * @param where what the database is called
     */
    MembersDialog(Shell parent, Members members, Role own, boolean away, String where) {
        super(parent, Messages.of(MembersDialog.class).get("members.title"),
                Messages.of(MembersDialog.class).get(
                        away ? "members.away" : own == Role.ADMINISTRATOR ? "members.message" : "members.look", where));
        this.members = members;
        this.administrator = own == Role.ADMINISTRATOR && !away;
    }

    /** Tells of accounts that got another password; it is wiped afterwards. */
    MembersDialog onNewPassword(BiConsumer<String, char[]> listener) {
        newPassword = listener;
        return this;
    }

    @Override
    int columns() {
        return 2;
    }

    @Override
    void fill(Composite body) {
        createTable(body);
        Composite buttons = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().applyTo(buttons);
        add = button(buttons, messages().get("members.add"), this::add);
        change = button(buttons, messages().get("members.change"), this::change);
        password = button(buttons, messages().get("members.password"), this::password);
        remove = button(buttons, messages().get("members.remove"), this::remove);
    }

    private void createTable(Composite body) {
        Composite room = new Composite(body, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        room.setLayout(layout);
        table = new TableViewer(room, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION);
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.getTable().setHeaderVisible(true);
        column(layout, messages().get("members.name"), Member::name);
        column(layout, messages().get("members.account"), Member::login);
        column(layout, messages().get("members.role"), member -> Roles.name(member.role()));
        table.addSelectionChangedListener(e -> check());
        table.addDoubleClickListener(e -> change());
        table.getTable().addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.DEL) {
                remove();
            }
        });
        GridDataFactory.fillDefaults().grab(true, true).hint(convertWidthInCharsToPixels(WIDTH_IN_CHARS),
                table.getTable().getItemHeight() * LINES).applyTo(room);
    }

    private void column(TableColumnLayout layout, String title, Function<Member, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
        column.getColumn().setText(title);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(member -> text.apply((Member) member)));
        layout.setColumnData(column.getColumn(), new ColumnWeightData(1));
    }

    private Button button(Composite parent, String text, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, e -> action.run());
        setButtonLayoutData(button);
        return button;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.CANCEL_ID, "", true)
                .setText(DialogLabels.of(IDialogConstants.CLOSE_ID, ""));
    }

    @Override
    public void create() {
        super.create();
        load(null);
    }

    private void load(Member chosen) {
        ask(messages().get("members.job"), members::all, all -> show(all, chosen));
    }

    /** The database may write an account in another way than it was typed. */
    private void show(List<Member> all, Member chosen) {
        table.setInput(all);
        table.setSelection(all.stream()
                .filter(m -> chosen != null && m.account().equalsIgnoreCase(chosen.account())).findFirst()
                .map(StructuredSelection::new).orElse(StructuredSelection.EMPTY), true);
        table.getTable().setFocus();
    }

    @Override
    void check() {
        boolean one = administrator && !isBusy() && selected() != null;
        add.setEnabled(administrator && !isBusy());
        change.setEnabled(one);
        password.setEnabled(one);
        remove.setEnabled(one);
    }

    private Member selected() {
        return (Member) table.getStructuredSelection().getFirstElement();
    }

    private void add() {
        edit(null);
    }

    private void change() {
        if (change.isEnabled()) {
            edit(selected());
        }
    }

    private void edit(Member member) {
        MemberDialog dialog = new MemberDialog(getShell(), members, member);
        if (dialog.open() == Window.OK) {
            load(dialog.result());
        }
    }

    private void password() {
        String account = selected().account();
        new NewPasswordDialog(getShell(), members, account, now -> newPassword.accept(account, now)).open();
    }

    private void remove() {
        Member member = selected();
        if (remove.isEnabled() && DialogLabels.confirm(getShell(), messages().get("members.remove.title"),
                messages().get("members.remove.question", member.name(), member.login()))) {
            ask(messages().get("members.job.remove", member.name()), monitor -> {
                members.remove(member.account(), monitor);
                return members.all(monitor);
            }, all -> show(all, null));
        }
    }
}
