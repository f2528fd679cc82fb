package org.hubmark.ui.team;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.store.ServerAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which server: its address, typed or taken from those used before. */
final class AddressPage extends ConnectPage {

    private static final Logger LOG = LoggerFactory.getLogger(AddressPage.class);
    private static final int LINES = 6;

    private Text address;
    private Button test;
    private Button remove;
    private TableViewer recent;

    AddressPage() {
        super("address");
    }

    @Override
    public void createControl(Composite parent) {
        Composite body = body(parent);
        createAddress(body);
        createRecent(body);
        List<RecentServers.Login> logins = wizard().memory().recent().logins();
        recent.setInput(logins);
        ServerAddress first = wizard().proposed() != null ? wizard().proposed()
                : logins.stream().map(RecentServers.Login::address).findFirst().orElse(null);
        address.setText(first == null ? "" : first.toString());
        address.selectAll();
        address.setFocus();
        check();
    }

    private void createAddress(Composite body) {
        Label label = new Label(body, SWT.NONE);
        label.setText(messages().get("address.label"));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(label);
        address = new Text(body, SWT.BORDER);
        address.setMessage("hubmark://host:9723/database");
        address.addModifyListener(e -> check());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER)
                .hint(convertWidthInCharsToPixels(ConnectWizard.WIDTH_IN_CHARS), SWT.DEFAULT).applyTo(address);
        test = new Button(body, SWT.PUSH);
        test.setText(messages().get("address.test"));
        test.addListener(SWT.Selection, e -> test());
        setButtonLayoutData(test);
        sentence(body, messages().get("address.forms"));
    }

    private void createRecent(Composite body) {
        Label label = new Label(body, SWT.NONE);
        label.setText(messages().get("address.recent"));
        GridDataFactory.fillDefaults().span(2, 1).indent(0, convertVerticalDLUsToPixels(4)).applyTo(label);
        recent = new TableViewer(body, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION);
        recent.setContentProvider(ArrayContentProvider.getInstance());
        recent.setLabelProvider(LabelProvider.createTextProvider(l -> label((RecentServers.Login) l)));
        recent.addSelectionChangedListener(e -> remove.setEnabled(selected() != null));
        recent.addDoubleClickListener(e -> ((ConnectDialog) getContainer()).next());
        recent.getTable().addListener(SWT.MouseUp, e -> choose());
        recent.getTable().addListener(SWT.KeyUp, e -> key(e.keyCode));
        GridDataFactory.fillDefaults().grab(true, true)
                .hint(SWT.DEFAULT, recent.getTable().getItemHeight() * LINES).applyTo(recent.getTable());
        remove = new Button(body, SWT.PUSH);
        remove.setText(messages().get("address.remove"));
        remove.addListener(SWT.Selection, e -> remove());
        setButtonLayoutData(remove);
        GridDataFactory.createFrom((GridData) remove.getLayoutData())
                .align(SWT.FILL, SWT.BEGINNING).applyTo(remove);
    }

    private String label(RecentServers.Login login) {
        return messages().get("address.login", login.address(), login.account());
    }

    /** GTK selects a row when a table gets the focus; that chooses nothing, or a typed address would be lost. */
    private void key(int code) {
        switch (code) {
            case SWT.DEL -> remove();
            case SWT.ARROW_DOWN, SWT.ARROW_UP, SWT.HOME, SWT.END, SWT.PAGE_UP, SWT.PAGE_DOWN, ' ' -> choose();
            default -> {
                return;
            }
        }
    }

    private void choose() {
        RecentServers.Login login = selected();
        if (login != null) {
            wizard().choose(login);
            address.setText(login.address().toString());
        }
    }

    private RecentServers.Login selected() {
        IStructuredSelection selection = recent.getStructuredSelection();
        return (RecentServers.Login) selection.getFirstElement();
    }

    private void remove() {
        RecentServers.Login login = selected();
        if (login == null) {
            return;
        }
        wizard().memory().forget(login);
        recent.setInput(wizard().memory().recent().logins());
        remove.setEnabled(false);
        recent.getTable().setFocus();
        Passwords passwords = wizard().passwords();
        CompletableFuture.runAsync(() -> {
            try {
                passwords.forget(login.address(), login.account());
            } catch (IOException e) {
                LOG.warn("the password of {} at {} is still kept", login.account(), login.address(), e);
            }
        });
    }

    private void check() {
        AddressField field = AddressField.read(address.getText());
        calm(null);
        complain(field.problem() == null ? null : messages().get(field.problem()));
        setPageComplete(field.address() != null);
        test.setEnabled(field.address() != null);
        remove.setEnabled(selected() != null);
    }

    private boolean look() {
        ServerAddress to = AddressField.read(address.getText()).address();
        boolean answered = run(messages().get("address.job", to), monitor -> connection().look(to, monitor));
        remove.setEnabled(selected() != null);
        return answered;
    }

    private void test() {
        if (look()) {
            String found = connection().isChanged() ? "address.answers.changed"
                    : connection().isKnown() ? "address.answers.known" : "address.answers";
            setMessage(messages().get(found), connection().isChanged() ? WARNING : INFORMATION);
        }
    }

    @Override
    boolean leave() {
        boolean answered = look();
        if (!answered) {
            address.setFocus();
        }
        return answered;
    }
}
