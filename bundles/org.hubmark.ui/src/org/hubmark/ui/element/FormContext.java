package org.hubmark.ui.element;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.hubmark.core.nls.Messages;
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

    /** How much evidence an object has: a number, that there is none, or dots while it is not known. */
    String evidenceOf(EObject object) {
        if (!evidence.isReady()) {
            return "…";
        }
        Integer count = evidence.known().get(Session.id(object));
        return count == null ? Messages.of(FormContext.class).get("evidence.none") : String.valueOf(count);
    }
}
