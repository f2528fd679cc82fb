package org.hubmark.ui.model;

import java.util.Objects;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;

/** Edits features of one object, each as one step for undo; nothing happens if nothing would change. Model thread. */
public record FeatureEdit(EditingDomain domain, EObject object) {

    /** @param value null or an empty text unset the feature */
    public void set(EStructuralFeature feature, Object value) {
        Object now = value instanceof String text && text.isBlank() ? null : value;
        if (!Objects.equals(object.eGet(feature), now)) {
            run(SetCommand.create(domain, object, feature, now == null ? SetCommand.UNSET_VALUE : now));
        }
    }

    public void add(EStructuralFeature feature, Object value) {
        run(AddCommand.create(domain, object, feature, value));
    }

    public void remove(EStructuralFeature feature, Object value) {
        run(RemoveCommand.create(domain, object, feature, value));
    }

    private void run(Command command) {
        if (command.canExecute()) {
            domain.getCommandStack().execute(command);
        }
    }
}
