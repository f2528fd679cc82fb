package org.hubmark.ui.team;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Whether the server is the one it says it is: the user compares what it shows with what it printed. */
final class FingerprintPage extends ConnectPage {

    private Label server;
    private Text shown;
    private Text copy;
    private Button compared;
    private Button authorities;

    FingerprintPage() {
        super("fingerprint");
    }

    @Override
    public void createControl(Composite parent) {
        Composite body = body(parent);
        server = sentence(body, "");
        shown = new Text(body, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER);
        shown.setFont(JFaceResources.getTextFont());
        GridDataFactory.fillDefaults().span(2, 1).applyTo(shown);
        Label label = new Label(body, SWT.NONE);
        label.setText(messages().get("fingerprint.copy"));
        GridDataFactory.fillDefaults().span(2, 1).indent(0, convertVerticalDLUsToPixels(4)).applyTo(label);
        copy = new Text(body, SWT.BORDER);
        copy.addModifyListener(e -> compare());
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(copy);
        compared = choice(body, messages().get("fingerprint.compared"));
        authorities = choice(body, messages().get("fingerprint.authorities"));
    }

    private Button choice(Composite body, String text) {
        Button button = new Button(body, SWT.RADIO | SWT.WRAP);
        button.setText(text);
        button.addListener(SWT.Selection, e -> check());
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false)
                .hint(convertWidthInCharsToPixels(ConnectWizard.WIDTH_IN_CHARS), SWT.DEFAULT).applyTo(button);
        return button;
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            show();
        }
        super.setVisible(visible);
        if (visible) {
            copy.setFocus();
        }
    }

    private void show() {
        boolean changed = connection().isChanged();
        server.setText(messages().get(changed ? "fingerprint.server.changed" : "fingerprint.server",
                connection().address()));
        shown.setText(connection().fingerprint().grouped());
        copy.setText("");
        authorities.setSelection(false);
        compare();
        shown.getParent().layout(true, true);
    }

    /** A copy that is whole is compared here: better than eyes. */
    private void compare() {
        Fingerprint fingerprint = connection().fingerprint();
        boolean same = fingerprint.isSameAs(copy.getText());
        boolean whole = fingerprint.isWhole(copy.getText());
        calm(null);
        if (same) {
            setMessage(messages().get("fingerprint.same"), INFORMATION);
            authorities.setSelection(false);
        } else if (whole) {
            complain(messages().get("fingerprint.other"));
        } else if (connection().isChanged()) {
            setMessage(messages().get("fingerprint.changed"), WARNING);
        }
        compared.setSelection(same);
        compared.setEnabled(same || !whole);
        check();
    }

    private void check() {
        setPageComplete(compared.getSelection() || authorities.getSelection());
        connection().trust(compared.getSelection() ? new Trust(connection().fingerprint().hex())
                : authorities.getSelection() ? Trust.AUTHORITIES : null);
    }

    /** Another certificate than last time is asked about once more; who only presses Return says no. */
    @Override
    boolean leave() {
        if (!connection().isChanged() || authorities.getSelection()) {
            return true;
        }
        String no = messages().get("fingerprint.distrust");
        return MessageDialog.open(MessageDialog.WARNING, getShell(), messages().get("title.fingerprint"),
                messages().get("fingerprint.really", connection().address()), SWT.NONE, no,
                messages().get("fingerprint.trust")) == 1;
    }
}
