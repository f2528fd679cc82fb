package org.hubmark.ui.team;

import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;

/** Asks under which name, and as of which revision, a project is copied to this machine. Copies nothing itself. */
public final class LocalCopyDialog extends StoreDialog {

    private final String proposed;
    private final int newest;
    private final Set<String> taken;
    private final Function<String, String> check;
    private Text name;
    private Button now;
    private Spinner revision;
    private String chosenName;
    private OptionalLong chosenRevision = OptionalLong.empty();

    /**
     * @param taken the names of projects that are there
     * @param check what is wrong with a name, for the user; null if nothing is
     */
    public LocalCopyDialog(Shell parent, Session session, Set<String> taken, Function<String, String> check) {
        super(parent, Messages.of(LocalCopyDialog.class).get("local.title"),
                Messages.of(LocalCopyDialog.class).get("local.message"));
        this.newest = (int) Math.min(Integer.MAX_VALUE, session.revision());
        this.taken = taken;
        this.check = check;
        this.proposed = propose(session.project().getName());
    }

    /** A name that is free. */
    private String propose(String project) {
        String plain = project == null ? "" : project.strip();
        String free = plain;
        for (int i = 2; taken.contains(free); i++) {
            free = plain + " " + i;
        }
        return check.apply(free) == null ? free : "";
    }

    /** After OK. */
    public String name() {
        return chosenName;
    }

    /** After OK: the last revision to be copied, or empty for all. */
    public OptionalLong until() {
        return chosenRevision;
    }

    @Override
    int columns() {
        return 2;
    }

    @Override
    void fill(Composite body) {
        label(body, messages().get("local.name"));
        name = new Text(body, SWT.BORDER);
        name.setText(proposed);
        name.selectAll();
        name.addModifyListener(e -> changed());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER)
                .hint(convertWidthInCharsToPixels(WIDTH_IN_CHARS), SWT.DEFAULT).applyTo(name);
        now = radio(body, messages().get("local.now", newest));
        now.setSelection(true);
        Composite row = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(row);
        Button asOf = new Button(row, SWT.RADIO);
        asOf.setText(messages().get("local.asOf"));
        revision = new Spinner(row, SWT.BORDER);
        revision.setValues(newest, 1, newest, 0, 1, 10);
        // each in its own parent, so that they don't exclude each other by themselves
        asOf.addListener(SWT.Selection, e -> choose(!asOf.getSelection(), asOf));
        now.addListener(SWT.Selection, e -> choose(now.getSelection(), asOf));
        revision.setEnabled(false);
        name.setFocus();
    }

    private static Button radio(Composite body, String text) {
        Button button = new Button(body, SWT.RADIO);
        button.setText(text);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        return button;
    }

    private void choose(boolean all, Button asOf) {
        now.setSelection(all);
        asOf.setSelection(!all);
        revision.setEnabled(!all);
        if (!all) {
            revision.setFocus();
        }
    }

    @Override
    String problem() {
        String typed = name.getText().strip();
        if (taken.contains(typed)) {
            return messages().get("local.taken", typed);
        }
        return typed.isEmpty() ? null : check.apply(typed);
    }

    @Override
    void check() {
        enableOk(!name.getText().isBlank() && problem() == null);
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setText(messages().get("local.copy"));
        }
    }

    @Override
    protected void okPressed() {
        chosenName = name.getText().strip();
        chosenRevision = now.getSelection() ? OptionalLong.empty() : OptionalLong.of(revision.getSelection());
        super.okPressed();
    }
}
