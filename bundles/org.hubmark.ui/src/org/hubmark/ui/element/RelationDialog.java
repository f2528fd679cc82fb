package org.hubmark.ui.element;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.model.Element;
import org.hubmark.model.RelationType;
import org.hubmark.ui.PlainDialog;
import org.hubmark.ui.model.ChoiceDialog;
import org.hubmark.ui.model.Choices;
import org.hubmark.ui.model.Names;

/** Asks for type and target of a new relation from an element. Changes nothing itself. */
final class RelationDialog extends PlainDialog {

    private final Session session;
    private final Names names;
    private final Element source;
    private final List<RelationType> types;
    private final Messages messages = Messages.of(RelationDialog.class);
    private Combo typeField;
    private Text targetField;
    private UUID type;
    private UUID target;

    RelationDialog(Shell parent, Session session, Names names, Element source) {
        super(parent, Messages.of(RelationDialog.class).get("relation.title"));
        this.session = session;
        this.names = names;
        this.source = source;
        this.types = session.project().getHubModel().getRelationTypes().stream()
                .sorted(Comparator.comparing(names::of, names.order())).toList();
    }

    UUID type() {
        return type;
    }

    UUID target() {
        return target;
    }

    @Override
    public void create() {
        super.create();
        check();
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(10, 10).applyTo(area);
        label(area, messages.get("column.source"));
        Label from = new Label(area, SWT.NONE);
        from.setText(names.of(source));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(from);
        label(area, messages.get("column.type"));
        typeField = new Combo(area, SWT.READ_ONLY);
        types.forEach(t -> typeField.add(names.of(t)));
        typeField.select(0);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(typeField);
        label(area, messages.get("column.target"));
        targetField = new Text(area, SWT.BORDER | SWT.READ_ONLY);
        GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(40), SWT.DEFAULT)
                .applyTo(targetField);
        Button choose = new Button(area, SWT.PUSH);
        choose.setText(messages.get("reference.choose"));
        choose.addListener(SWT.Selection, e -> choose());
        return area;
    }

    private static void label(Composite area, String text) {
        new Label(area, SWT.NONE).setText(text);
    }

    private void choose() {
        ChoiceDialog dialog = new ChoiceDialog(getShell(), messages.get("column.target"),
                Choices.elements(session.project(), names), names);
        if (dialog.open() == OK) {
            target = dialog.chosen().id();
            targetField.setText(dialog.chosen().label());
            check();
        }
    }

    private void check() {
        getButton(IDialogConstants.OK_ID).setEnabled(target != null && !types.isEmpty());
    }

    @Override
    protected void okPressed() {
        type = Session.id(types.get(typeField.getSelectionIndex()));
        super.okPressed();
    }
}
