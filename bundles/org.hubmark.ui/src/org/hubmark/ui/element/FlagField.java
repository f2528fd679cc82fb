package org.hubmark.ui.element;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.hubmark.ui.model.FeatureEdit;

/** A check box for yes or no. */
final class FlagField implements FormField {

    private final FeatureEdit edit;
    private final EAttribute attribute;
    private Button button;

    FlagField(FeatureEdit edit, EAttribute attribute) {
        this.edit = edit;
        this.attribute = attribute;
    }

    FlagField create(FormToolkit toolkit, Composite parent, String label) {
        button = toolkit.createButton(parent, label, SWT.CHECK);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(button);
        button.addListener(SWT.Selection, e -> edit.set(attribute, button.getSelection()));
        return this;
    }

    @Override
    public void refresh() {
        button.setSelection((Boolean) edit.object().eGet(attribute));
    }
}
