package org.hubmark.ui.transfer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.history.ObjectNames;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.report.ReportOptions;
import org.hubmark.core.session.Session;
import org.hubmark.ui.TitledDialog;
import org.hubmark.ui.model.Names;

/** Asks for language, revision, hubs and file of an evidence report. Writes nothing itself. */
final class ReportDialog extends TitledDialog {

    private static final int LINES = 8;
    private static final Locale[] LANGUAGES = {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH};

    private final ObjectNames names = new ObjectNames(id -> null);
    private final Session session;
    private final OptionalLong first;
    private final Messages messages = Messages.of(ReportDialog.class);
    private Combo language;
    private RevisionChoice revision;
    private Button all;
    private CheckboxTableViewer chosen;
    private Text target;
    private ReportRequest request;

    /** @param first the revision that is chosen at first; empty for now */
    ReportDialog(Shell parent, Session session, OptionalLong first) {
        super(parent, Messages.of(ReportDialog.class).get("report.title"),
                Messages.of(ReportDialog.class).get("report.message"));
        this.session = session;
        this.first = first;
    }

    /** What was asked for when the dialog was closed with OK. */
    ReportRequest request() {
        return request;
    }

    @Override
    public void create() {
        super.create();
        getButton(IDialogConstants.OK_ID).setText(messages.get("report.write"));
        revision.changed();
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = createFields(parent, 3);
        new Label(area, SWT.NONE).setText(messages.get("report.language"));
        language = new Combo(area, SWT.READ_ONLY);
        language.setItems(messages.get("report.chinese"), messages.get("report.english"));
        language.select(Messages.isChinese(messages.locale()) ? 0 : 1);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(language);
        Label state = new Label(area, SWT.NONE);
        state.setText(messages.get("report.state"));
        GridDataFactory.fillDefaults().align(SWT.LEAD, SWT.BEGINNING).applyTo(state);
        revision = new RevisionChoice(area, session, first, this::offer);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(revision.control());
        createScope(area);
        createTarget(area);
        return area;
    }

    private void createScope(Composite area) {
        Label scope = new Label(area, SWT.NONE);
        scope.setText(messages.get("report.scope"));
        GridDataFactory.fillDefaults().align(SWT.LEAD, SWT.BEGINNING).applyTo(scope);
        all = new Button(area, SWT.CHECK);
        all.setText(messages.get("report.all"));
        all.setSelection(true);
        all.addListener(SWT.Selection, e -> check());
        GridDataFactory.fillDefaults().span(2, 1).applyTo(all);
        new Label(area, SWT.NONE);
        chosen = CheckboxTableViewer.newCheckList(area, SWT.BORDER | SWT.V_SCROLL);
        chosen.setContentProvider(ArrayContentProvider.getInstance());
        chosen.setLabelProvider(LabelProvider.createTextProvider(hub -> names.of((ObjectState) hub)));
        chosen.setInput(List.of());
        chosen.addCheckStateListener(e -> check());
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true)
                .hint(SWT.DEFAULT, chosen.getTable().getItemHeight() * LINES).applyTo(chosen.getTable());
    }

    /** The hubs to choose from are those of the revision; what was chosen and is there too stays so. */
    private void offer(List<ObjectState> hubs) {
        Set<UUID> before = ids(chosen.getCheckedElements());
        chosen.setInput(hubs.stream().sorted(Comparator.comparing(names::of, Names.ofUser().order())).toList());
        chosen.setCheckedElements(hubs.stream().filter(hub -> before.contains(hub.id())).toArray());
        check();
    }

    private static Set<UUID> ids(Object[] hubs) {
        return Arrays.stream(hubs).map(hub -> ((ObjectState) hub).id()).collect(Collectors.toSet());
    }

    private void createTarget(Composite area) {
        new Label(area, SWT.NONE).setText(messages.get("report.file"));
        target = new Text(area, SWT.BORDER);
        target.setText(Path.of(System.getProperty("user.home"), "hubmark-report.html").toString());
        target.addModifyListener(e -> check());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(target);
        Button browse = new Button(area, SWT.PUSH);
        browse.setText(messages.get("report.browse"));
        browse.addListener(SWT.Selection, e -> browse());
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*.html"});
        dialog.setFileName("hubmark-report.html");
        dialog.setOverwrite(true);
        String path = dialog.open();
        if (path != null) {
            target.setText(path);
        }
    }

    private void check() {
        chosen.getTable().setEnabled(!all.getSelection());
        if (getButton(IDialogConstants.OK_ID) != null) {
            boolean scoped = all.getSelection() || chosen.getCheckedElements().length > 0;
            getButton(IDialogConstants.OK_ID).setEnabled(scoped && revision.isKnown() && !target.getText().isBlank());
        }
    }

    @Override
    protected void okPressed() {
        Set<UUID> scope = all.getSelection() ? Set.of() : ids(chosen.getCheckedElements());
        String path = target.getText().strip();
        request = new ReportRequest(new ReportOptions(LANGUAGES[language.getSelectionIndex()], scope), revision.revision(),
                Path.of(path.contains(".") ? path : path + ".html").toAbsolutePath());
        super.okPressed();
    }
}
