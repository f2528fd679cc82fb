package org.hubmark.ui.element;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.hubmark.model.HubmarkFactory;
import org.hubmark.model.HubmarkPackage;
import org.hubmark.model.Quantity;

/** Edits the wording of a quantity that an object contains; it is made, or taken off, as needed. Model thread. */
record Quantities(FormContext context, EReference feature) {

    String read(EObject owner) {
        return owner.eGet(feature) instanceof Quantity quantity ? quantity.getRaw() : "";
    }

    void write(EObject owner, String raw) {
        if (raw.isBlank()) {
            context.edit(owner).set(feature, null);
        } else if (owner.eGet(feature) instanceof Quantity quantity) {
            context.edit(quantity).set(HubmarkPackage.Literals.QUANTITY__RAW, raw);
        } else {
            Quantity made = HubmarkFactory.eINSTANCE.createQuantity();
            made.setRaw(raw);
            context.edit(owner).set(feature, made);
        }
    }
}
