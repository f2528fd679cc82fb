package org.hubmark.ui.element;

import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.provider.IItemPropertyDescriptor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IFormColors;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.hubmark.core.session.Session;
import org.hubmark.model.Element;
import org.hubmark.model.HubmarkPackage;
import org.hubmark.ui.model.FeatureEdit;
import org.hubmark.ui.model.Names;

/** Makes the field for a feature as EMF.Edit describes it: label, then a widget that suits its type. Three columns. */
final class FieldFactory {

    private static final Set<EStructuralFeature> LONG = Set.of(HubmarkPackage.Literals.ELEMENT__DESCRIPTION);

    private final Session session;
    private final Names names;
    private final FormToolkit toolkit;
    private final Composite parent;

    FieldFactory(Session session, Names names, FormToolkit toolkit, Composite parent) {
        this.session = session;
        this.names = names;
        this.toolkit = toolkit;
        this.parent = parent;
    }

    /** Empty for a feature that the form shows in another way. */
    Optional<FormField> create(Element element, IItemPropertyDescriptor descriptor) {
        FeatureEdit edit = new FeatureEdit(session.editingDomain(), element);
        String label = descriptor.getDisplayName(element);
        return switch (descriptor.getFeature(element)) {
            case EReference reference when reference.isContainment() -> Optional.empty();
            case EReference reference -> Optional.of(new ReferenceField(session, names, edit, reference)
                    .create(toolkit, parent, label(label)));
            case EAttribute attribute when attribute.isMany() -> Optional.of(TextField.ofList(edit, attribute)
                    .create(toolkit, spanning(label), SWT.SINGLE));
            case EAttribute attribute when attribute.getEType() instanceof EEnum -> Optional.of(
                    new ChoiceField(edit, attribute, names).create(toolkit, spanning(label)));
            case EAttribute attribute when attribute.getEType().getInstanceClass() == boolean.class -> Optional.of(
                    new FlagField(edit, attribute).create(toolkit, parent, label));
            case EAttribute attribute -> Optional.of(TextField.of(edit, attribute).create(toolkit, spanning(label),
                    LONG.contains(attribute) ? SWT.MULTI | SWT.WRAP | SWT.V_SCROLL : SWT.SINGLE));
            default -> Optional.empty();
        };
    }

    private Label label(String text) {
        Label label = toolkit.createLabel(parent, text);
        label.setForeground(toolkit.getColors().getColor(IFormColors.TITLE));
        GridDataFactory.fillDefaults().align(SWT.LEAD, SWT.CENTER).applyTo(label);
        return label;
    }

    private Composite spanning(String text) {
        label(text);
        return parent;
    }
}
