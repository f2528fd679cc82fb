package org.hubmark.ui.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.SharedScrolledComposite;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.model.HubmarkPackage;
import org.hubmark.ui.Parts;
import org.hubmark.ui.model.Choice;
import org.hubmark.ui.model.ChoiceDialog;
import org.hubmark.ui.model.Choices;
import org.hubmark.ui.model.FeatureEdit;
import org.hubmark.ui.model.Names;

/** Links to the elements that a reference leads to, each with a way to take it off, and a way to add one. */
final class ReferenceField implements FormField {

    private final Session session;
    private final Names names;
    private final FeatureEdit edit;
    private final EReference reference;
    private final Messages messages = Messages.of(ReferenceField.class);
    private FormToolkit toolkit;
    private Composite links;
    private String title;
    private List<String> shown = List.of();

    ReferenceField(Session session, Names names, FeatureEdit edit, EReference reference) {
        this.session = session;
        this.names = names;
        this.edit = edit;
        this.reference = reference;
    }

    ReferenceField create(FormToolkit kit, Composite parent, Label label) {
        toolkit = kit;
        title = label.getText();
        links = toolkit.createComposite(parent);
        RowLayout layout = new RowLayout();
        layout.center = true;
        layout.marginLeft = 0;
        links.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(links);
        Button choose = toolkit.createButton(parent, reference.isMany() ? messages.get("reference.add")
                : messages.get("reference.choose"), SWT.PUSH);
        choose.addListener(SWT.Selection, e -> choose());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(choose);
        return this;
    }

    @SuppressWarnings("unchecked")
    private List<EObject> targets() {
        Object value = edit.object().eGet(reference);
        return switch (value) {
            case List<?> many -> (List<EObject>) many;
            case EObject one -> List.of(one);
            case null, default -> List.of();
        };
    }

    private void choose() {
        Choices all = Choices.elements(session.project(), names).ofTypes(types());
        ChoiceDialog dialog = new ChoiceDialog(links.getShell(), title, all, names);
        if (dialog.open() == Dialog.OK) {
            Choice choice = dialog.chosen();
            EObject target = session.find(choice.id());
            if (!reference.isMany()) {
                edit.set(reference, target);
            } else if (!targets().contains(target)) {
                edit.add(reference, target);
            }
        }
    }

    private Set<String> types() {
        return HubmarkPackage.eINSTANCE.getEClassifiers().stream().filter(EClass.class::isInstance)
                .map(EClass.class::cast)
                .filter(c -> reference.getEReferenceType().isSuperTypeOf(c)).map(EClassifier::getName)
                .collect(Collectors.toSet());
    }

    @Override
    public void refresh() {
        List<EObject> targets = new ArrayList<>(targets());
        List<String> now = targets.stream().map(t -> Session.id(t) + names.of(t)).toList();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        for (Control child : links.getChildren()) {
            child.dispose();
        }
        targets.forEach(this::link);
        links.requestLayout();
        reflow();
    }

    private void link(EObject target) {
        Composite pair = toolkit.createComposite(links);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(2, 0).applyTo(pair);
        Hyperlink link = toolkit.createHyperlink(pair, names.of(target), SWT.NONE);
        link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(
                e -> Parts.openElement(Parts.activePage(), Session.id(target), names.of(target))));
        Hyperlink off = toolkit.createHyperlink(pair, "×", SWT.NONE);
        off.setUnderlined(false);
        Editable.mark(off);
        off.setToolTipText(messages.get("reference.remove"));
        off.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(e -> remove(target)));
    }

    private void remove(EObject target) {
        if (reference.isMany()) {
            edit.remove(reference, target);
        } else {
            edit.set(reference, null);
        }
    }

    private void reflow() {
        for (Composite parent = links.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof SharedScrolledComposite form) {
                form.reflow(true);
                return;
            }
        }
    }
}
