package org.hubmark.core.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.model.Project;

/** Turns EMF objects into object states. Every object needs its id. Runs on the thread of the objects. */
public final class ModelWriter {

    private ModelWriter() {
    }

    /** The states of a project and all it contains, containers first; children get new order keys as they stand. */
    public static List<ObjectState> states(Project project) {
        List<ObjectState> states = new ArrayList<>();
        add(project, null, states);
        return states;
    }

    /** The state of one object that stands in this place; null for the project. */
    public static ObjectState state(EObject object, Placement placement) {
        Map<String, Value> values = new TreeMap<>();
        Map<String, Set<Value>> items = new TreeMap<>();
        for (EStructuralFeature feature : object.eClass().getEAllStructuralFeatures()) {
            if (!ModelValues.isStored(feature) || !object.eIsSet(feature)) {
                continue;
            }
            if (feature.isMany()) {
                items.put(feature.getName(), items(object, feature));
            } else {
                values.put(feature.getName(), ModelValues.toStore(feature, object.eGet(feature)));
            }
        }
        return new ObjectState(ModelValues.id(object), object.eClass().getName(), placement, values, items);
    }

    /** The items of a many-valued feature. */
    public static Set<Value> items(EObject object, EStructuralFeature feature) {
        Set<Value> items = new LinkedHashSet<>();
        for (Object item : (List<?>) object.eGet(feature)) {
            items.add(ModelValues.toStore(feature, item));
        }
        return items;
    }

    private static void add(EObject object, Placement placement, List<ObjectState> states) {
        states.add(state(object, placement));
        UUID id = ModelValues.id(object);
        for (EReference feature : object.eClass().getEAllContainments()) {
            List<EObject> children = children(object, feature);
            for (int i = 0; i < children.size(); i++) {
                add(children.get(i), new Placement(id, feature.getName(), OrderKeys.nth(i)), states);
            }
        }
    }

    /** What a containment feature holds, single or many. A copy. */
    @SuppressWarnings("unchecked")
    public static List<EObject> children(EObject object, EReference feature) {
        Object value = object.eGet(feature);
        if (value == null) {
            return List.of();
        }
        return feature.isMany() ? List.copyOf((List<EObject>) value) : List.of((EObject) value);
    }
}
