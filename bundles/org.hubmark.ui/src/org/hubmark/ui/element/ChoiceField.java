package org.hubmark.ui.element;

import java.util.List;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.hubmark.ui.model.FeatureEdit;
import org.hubmark.ui.model.Names;

/** A drop-down list for an enumeration. */
final class ChoiceField implements FormField {

    private final FeatureEdit edit;
    private final EAttribute attribute;
    private final Names names;
    private final List<EEnumLiteral> literals;
    private Combo combo;

    ChoiceField(FeatureEdit edit, EAttribute attribute, Names names) {
        this.edit = edit;
        this.attribute = attribute;
        this.names = names;
        this.literals = ((EEnum) attribute.getEType()).getELiterals();
    }

    ChoiceField create(FormToolkit toolkit, Composite parent) {
        combo = new Combo(parent, SWT.READ_ONLY);
        toolkit.adapt(combo, true, false);
        literals.forEach(literal -> combo.add(names.literal(literal.getLiteral())));
        GridDataFactory.fillDefaults().span(2, 1).align(SWT.LEAD, SWT.CENTER).applyTo(combo);
        combo.addListener(SWT.Selection,
                e -> edit.set(attribute, literals.get(combo.getSelectionIndex()).getInstance()));
        return this;
    }

    @Override
    public void refresh() {
        Object now = edit.object().eGet(attribute);
        combo.select((int) literals.stream().takeWhile(l -> l.getInstance() != now).count());
    }
}
