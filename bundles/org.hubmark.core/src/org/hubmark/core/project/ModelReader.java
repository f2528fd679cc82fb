package org.hubmark.core.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Value;
import org.hubmark.model.Project;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes EMF objects of object states. What the model doesn't know (a type or feature of a later version, a reference
 * that leads nowhere) is left out with a warning in the log; the check "schema" reports it. Any thread; the objects
 * then belong to the caller's.
 */
public final class ModelReader {

    private static final Logger LOG = LoggerFactory.getLogger(ModelReader.class);

    private ModelReader() {
    }

    /**
     * The project in these states; records among them are left out. The states may come in any order.
     *
     * @throws IllegalArgumentException if there is no project among them
     */
    public static Project read(List<ObjectState> states) {
        return (Project) index(states).values().stream().filter(Project.class::isInstance).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no project in " + states.size() + " objects"));
    }

    /** All objects of the project in these states, by id. Cost: linear, and a sort. */
    public static Map<UUID, EObject> index(List<ObjectState> states) {
        Map<UUID, EObject> index = new java.util.LinkedHashMap<>(states.size() * 2);
        List<ObjectState> known = new ArrayList<>(states.size());
        for (ObjectState state : states) {
            EObject object = RecordTypes.ALL.contains(state.type()) ? null : ModelObjects.create(state);
            if (object != null) {
                index.put(state.id(), object);
                known.add(state);
            }
        }
        known.forEach(state -> references(state, index));
        known.sort(Comparator.comparing(ModelReader::order).thenComparing(ObjectState::id));
        known.forEach(state -> place(state, index));
        return index;
    }

    private static String order(ObjectState state) {
        return state.placement() == null ? "" : state.placement().order();
    }

    private static void references(ObjectState state, Map<UUID, EObject> index) {
        EObject object = index.get(state.id());
        state.values().forEach((feature, value) -> refer(object, feature, value, index));
        state.items().forEach((feature, items) -> items.forEach(item -> refer(object, feature, item, index)));
    }

    private static void refer(EObject object, String feature, Value value, Map<UUID, EObject> index) {
        if (value instanceof Value.Ref(UUID id) && !ModelObjects.refer(object, feature, index.get(id))) {
            LOG.warn("{} {}: {} leads to {}, which is not there; left out", object.eClass().getName(),
                    ModelValues.id(object), feature, id);
        }
    }

    private static void place(ObjectState state, Map<UUID, EObject> index) {
        if (state.placement() == null) {
            return;
        }
        EObject container = index.get(state.container());
        EStructuralFeature feature = container == null ? null
                : container.eClass().getEStructuralFeature(state.placement().feature());
        if (feature == null || !ModelObjects.contain(container, feature, index.get(state.id()))) {
            LOG.warn("{} {} has no place {}; left out", state.type(), state.id(), state.placement());
        }
    }
}
