package org.hubmark.ui.briefing;

import java.util.List;
import java.util.UUID;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.change.Change;
import org.hubmark.core.command.EvidenceTarget;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.ui.TitledDialog;
import org.hubmark.ui.model.Choice;
import org.hubmark.ui.model.Choices;
import org.hubmark.ui.model.Names;
import org.hubmark.ui.model.NewElement;
import org.hubmark.ui.model.NewElementDialog;

/**
 * Asks which element a passage is evidence of, with which stance; the element may be made on the way. Changes nothing
 * itself.
 */
final class LinkDialog extends TitledDialog {

    private static final int SHOWN = 200;
    private static final int LINES = 12;
    private static final int WIDTH_IN_CHARS = 70;
    private static final String[] ROLES = {"", "states", "defines", "column", "row", "cell", "node", "edge", "caption"};

    /**
     * What was chosen.
     *
     * @param before makes the target, if it is new; else empty
     */
    record Link(List<Change> before, EvidenceTarget target, Stance stance) {
    }

    private final Session session;
    private final Names names;
    private final Choices elements;
    private final Messages messages = Messages.of(LinkDialog.class);
    private Text filter;
    private TableViewer list;
    private Combo stance;
    private Combo role;
    private Link link;

    LinkDialog(Shell parent, Session session, Names names) {
        super(parent, Messages.of(LinkDialog.class).get("link.title"),
                Messages.of(LinkDialog.class).get("link.message"));
        this.session = session;
        this.names = names;
        this.elements = Choices.elements(session.project(), names);
    }

    /** The choice, after OK. */
    Link link() {
        return link;
    }

    @Override
    public void create() {
        super.create();
        filter();
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = createFields(parent, 2);
        createChooser(area);
        createDetails(area);
        filter.setFocus();
        return area;
    }

    private void createDetails(Composite area) {
        Composite details = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).applyTo(details);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(details);
        new Label(details, SWT.NONE).setText(messages.get("link.stance"));
        stance = new Combo(details, SWT.READ_ONLY);
        for (Stance each : Stance.values()) {
            stance.add(Marks.stance(messages, each));
        }
        stance.select(0);
        new Label(details, SWT.NONE).setText(messages.get("link.role"));
        role = new Combo(details, SWT.DROP_DOWN);
        role.setItems(ROLES);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(role);
    }

    private void createChooser(Composite area) {
        filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(messages.get("quick.hint"));
        filter.addModifyListener(e -> filter());
        filter.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.ARROW_DOWN) {
                list.getTable().setFocus();
            }
        });
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(filter);
        Button create = new Button(area, SWT.PUSH);
        create.setText(messages.get("link.new"));
        create.addListener(SWT.Selection, e -> createElement());
        list = new TableViewer(area, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION);
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(LabelProvider.createTextProvider(c -> names.of((Choice) c)));
        list.addDoubleClickListener(e -> okPressed());
        list.addSelectionChangedListener(e ->
                getButton(IDialogConstants.OK_ID).setEnabled(!e.getSelection().isEmpty()));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(convertWidthInCharsToPixels(WIDTH_IN_CHARS),
                list.getTable().getItemHeight() * LINES).applyTo(list.getTable());
    }

    private void filter() {
        List<Choice> found = elements.matching(filter.getText(), SHOWN);
        list.setInput(found);
        list.setSelection(found.isEmpty() ? StructuredSelection.EMPTY : new StructuredSelection(found.getFirst()),
                true);
    }

    private void createElement() {
        NewElementDialog dialog =
                new NewElementDialog(getShell(), session, names).propose("Mechanism", filter.getText());
        if (dialog.open() == Dialog.OK) {
            NewElement made = dialog.result();
            finish(made.changes(), made.id());
        }
    }

    @Override
    protected void okPressed() {
        if (list.getStructuredSelection().getFirstElement() instanceof Choice choice) {
            finish(List.of(), choice.id());
        }
    }

    private void finish(List<Change> before, UUID target) {
        String what = role.getText().isBlank() ? null : role.getText().strip();
        link = new Link(before, new EvidenceTarget(target, null, what), Stance.values()[stance.getSelectionIndex()]);
        super.okPressed();
    }
}
