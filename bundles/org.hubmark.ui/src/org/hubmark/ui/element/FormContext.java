package org.hubmark.ui.element;

import java.util.UUID;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.hubmark.core.session.Session;
import org.hubmark.ui.Selections;
import org.hubmark.ui.model.Counts;
import org.hubmark.ui.model.FeatureEdit;
import org.hubmark.ui.model.Names;

/** What the tables of one form share. */
record FormContext(Session session, Names names, FormToolkit toolkit, Counts evidence, Selections selections) {

    FeatureEdit edit(EObject object) {
        return new FeatureEdit(session.editingDomain(), object);
    }

    /** How much evidence an object has: a number, or a dash while it is not known. */
    String evidenceOf(EObject object) {
        UUID id = Session.id(object);
        return evidence.isReady() ? String.valueOf(evidence.known().getOrDefault(id, 0)) : "…";
    }
}
