package org.hubmark.ui.model;

import java.util.Comparator;
import java.util.List;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.model.Hub;
import org.hubmark.model.HubmarkPackage;
import org.hubmark.ui.TitledDialog;

/** Asks what a new element is: its kind, its names and its hub, which may be new too. Changes nothing itself. */
public final class NewElementDialog extends TitledDialog {

    private static final List<String> KINDS = List.of("Hub", "Mechanism", "Programme", "Platform", "Organization",
            "Metric", "Concept", "Statement", "Lesson", "Milestone", "ResearchProject", "Scenario", "Person", "Family",
            "Exhibit");

    private final Session session;
    private final Names names;
    private final List<Hub> hubs;
    private final Messages messages = Messages.of(NewElementDialog.class);
    private String proposedKind = "Mechanism";
    private String proposedName = "";
    private Combo kind;
    private Text nameZh;
    private Text nameEn;
    private Combo hub;
    private NewElement result;

    public NewElementDialog(Shell parent, Session session, Names names) {
        super(parent, Messages.of(NewElementDialog.class).get("new.title"),
                Messages.of(NewElementDialog.class).get("new.message"));
        this.session = session;
        this.names = names;
        this.hubs = session.project().getHubModel().getElements().stream().filter(Hub.class::isInstance)
                .map(Hub.class::cast)
                .sorted(Comparator.comparing(names::of, names.order())).toList();
    }

    /** What the fields hold at first. */
    public NewElementDialog propose(String type, String name) {
        proposedKind = KINDS.contains(type) ? type : proposedKind;
        proposedName = name;
        return this;
    }

    /** The element that was described, after OK. */
    public NewElement result() {
        return result;
    }

    @Override
    public void create() {
        super.create();
        check();
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = createFields(parent, 2);
        kind = combo(area, messages.get("new.kind"), SWT.READ_ONLY);
        KINDS.forEach(k -> kind.add(names.singular(k)));
        kind.select(KINDS.indexOf(proposedKind));
        boolean chinese = proposedName.codePoints().anyMatch(Character::isIdeographic);
        nameZh = text(area, messages.get("new.nameZh"), chinese ? proposedName : "");
        nameEn = text(area, messages.get("new.nameEn"), chinese ? "" : proposedName);
        hub = combo(area, messages.get("new.hub"), SWT.NONE);
        hubs.forEach(h -> hub.add(names.of(h)));
        hub.setToolTipText(messages.get("new.hub.hint"));
        kind.addListener(SWT.Selection, e -> check());
        (Messages.isChinese(messages.locale()) || chinese ? nameZh : nameEn).setFocus();
        return area;
    }

    private Combo combo(Composite area, String label, int style) {
        new Label(area, SWT.NONE).setText(label);
        Combo combo = new Combo(area, SWT.DROP_DOWN | style);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }

    private Text text(Composite area, String label, String value) {
        new Label(area, SWT.NONE).setText(label);
        Text text = new Text(area, SWT.BORDER);
        text.setText(value);
        text.addModifyListener(e -> check());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    private void check() {
        hub.setEnabled(HubmarkPackage.Literals.SITUATED.isSuperTypeOf(type()));
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(!nameZh.getText().isBlank() || !nameEn.getText().isBlank());
        }
    }

    private EClass type() {
        return (EClass) HubmarkPackage.eINSTANCE.getEClassifier(KINDS.get(kind.getSelectionIndex()));
    }

    private NewElement.Home home() {
        String name = hub.getText().strip();
        int known = hub.indexOf(hub.getText());
        if (known >= 0) {
            return new NewElement.Home(Session.id(hubs.get(known)), null);
        }
        return name.isEmpty() ? NewElement.Home.NONE : new NewElement.Home(null, name);
    }

    @Override
    protected void okPressed() {
        result = NewElement.of(session, type(), nameZh.getText(), nameEn.getText(), home());
        super.okPressed();
    }
}
