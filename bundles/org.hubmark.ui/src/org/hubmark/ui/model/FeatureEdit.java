package org.hubmark.ui.model;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.hubmark.core.history.ObjectNames;
import org.hubmark.core.nls.Messages;

/**
 * Edits features of one object, each as one step for undo, which says what it changes; nothing happens if nothing would
 * change. Model thread.
 */
public record FeatureEdit(EditingDomain domain, EObject object) {

    /** @param value null or an empty text unset the feature */
    public void set(EStructuralFeature feature, Object value) {
        Object now = value instanceof String text && text.isBlank() ? null : value;
        if (!Objects.equals(object.eGet(feature), now)) {
            run(feature, SetCommand.create(domain, object, feature, now == null ? SetCommand.UNSET_VALUE : now));
        }
    }

    public void add(EStructuralFeature feature, Object value) {
        run(feature, AddCommand.create(domain, object, feature, value));
    }

    public void remove(EStructuralFeature feature, Object value) {
        run(feature, RemoveCommand.create(domain, object, feature, value));
    }

    /** Makes these the items of a many-valued feature: one step, whatever is added and removed. */
    public void replace(EStructuralFeature feature, Collection<?> items) {
        Collection<?> old = List.copyOf((List<?>) object.eGet(feature));
        CompoundCommand command = new CompoundCommand();
        old.stream().filter(o -> !items.contains(o))
                .forEach(o -> command.append(RemoveCommand.create(domain, object, feature, o)));
        items.stream().filter(i -> !old.contains(i)).distinct()
                .forEach(i -> command.append(AddCommand.create(domain, object, feature, i)));
        if (!command.isEmpty()) {
            run(feature, command);
        }
    }

    private void run(EStructuralFeature feature, Command change) {
        CompoundCommand command = new CompoundCommand(label(feature));
        command.append(change);
        if (command.canExecute()) {
            domain.getCommandStack().execute(command);
        }
    }

    private static String label(EStructuralFeature feature) {
        return Messages.of(FeatureEdit.class).get("edit.label",
                new ObjectNames(id -> null).feature(feature.getName()));
    }
}
