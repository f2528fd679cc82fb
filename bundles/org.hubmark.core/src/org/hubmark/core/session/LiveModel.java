package org.hubmark.core.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.project.ModelObjects;
import org.hubmark.core.project.ModelReader;
import org.hubmark.core.project.ModelValues;
import org.hubmark.core.project.ModelWriter;
import org.hubmark.model.Project;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The EMF objects of a session: found by id, with the order keys that EMF has no room for, and changed by changes. An
 * object that is deleted and comes back is the same EObject, so that views need not notice when the queue is unwound
 * and replayed. Model thread.
 */
final class LiveModel implements Replica {

    private static final Logger LOG = LoggerFactory.getLogger(LiveModel.class);

    private final Map<UUID, EObject> index;
    private final Map<UUID, Placement> placements = new HashMap<>();
    private final Map<UUID, EObject> detached = new HashMap<>();
    private final List<Open> open = new ArrayList<>();
    private final Project project;
    private boolean applying;
    private boolean takingBack;

    /** A reference whose target was not there yet when it was set. */
    private record Open(EObject source, String feature, UUID target) {
    }

    /** @throws IllegalArgumentException if there is no project in these states */
    LiveModel(List<ObjectState> states) {
        index = ModelReader.index(states);
        states.stream().filter(s -> s.placement() != null && index.containsKey(s.id()))
                .forEach(s -> placements.put(s.id(), s.placement()));
        project = (Project) index.values().stream().filter(Project.class::isInstance).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no project in " + states.size() + " objects"));
    }

    Project project() {
        return project;
    }

    /** An object, or null. */
    EObject find(UUID id) {
        return index.get(id);
    }

    /** Whether a new object may have this id. */
    boolean isFree(UUID id) {
        return !index.containsKey(id) && !detached.containsKey(id);
    }

    /** Where an object stands; null for the project and for what is not there. */
    Placement placement(UUID id) {
        return placements.get(id);
    }

    /** All places, by id; not to be changed. */
    Map<UUID, Placement> placements() {
        return placements;
    }

    /** Whether changes are just being applied, so that what EMF notifies of is no one's command. */
    boolean applying() {
        return applying;
    }

    /** Takes note of what a command has done to the EMF objects already. */
    void note(Change change, EObject object) {
        switch (change) {
            case Change.Create(ObjectState state) -> {
                index.put(state.id(), object);
                placements.put(state.id(), state.placement());
            }
            case Change.Delete(ObjectState last) -> {
                detached.put(last.id(), index.remove(last.id()));
                placements.remove(last.id());
            }
            case Change.Move(UUID id, Placement old, Placement now) -> placements.put(id, now);
            default -> {
                // features are in the EMF objects themselves
            }
        }
    }

    /** Runs something that changes EMF objects without being a command. */
    void quietly(Runnable task) {
        boolean before = applying;
        applying = true;
        try {
            task.run();
        } finally {
            applying = before;
        }
    }

    @Override
    public Change apply(Change change) {
        Change[] inverse = new Change[1];
        quietly(() -> inverse[0] = make(change));
        return inverse[0];
    }

    /** Something deleted out of a container that was deleted before it goes back into that, which comes back next. */
    @Override
    public void takeBack(Change inverse) {
        takingBack = true;
        try {
            apply(inverse);
        } finally {
            takingBack = false;
        }
    }

    /** Where something is to be placed; null if that is not there. */
    private EObject container(Placement placement) {
        EObject container = index.get(placement.container());
        if (container == null && takingBack) {
            container = detached.get(placement.container());
            if (container != null) {
                removeDead(container);
            }
        }
        return container;
    }

    private void removeDead(EObject container) {
        List.copyOf(container.eContents()).stream().filter(child -> index.get(ModelValues.id(child)) != child)
                .forEach(EcoreUtil::remove);
    }

    @Override
    public ObjectState state(UUID id) {
        EObject object = index.get(id);
        return object == null ? null : ModelWriter.state(object, placements.get(id));
    }

    @Override
    public void settle(Set<UUID> objects) {
        quietly(() -> open.forEach(this::resolve));
        open.clear();
    }

    private void resolve(Open reference) {
        if (!ModelObjects.refer(reference.source, reference.feature, index.get(reference.target))) {
            LOG.debug("{} of {} leads to {}, which is not there", reference.feature, ModelValues.id(reference.source),
                    reference.target);
        }
    }

    private Change make(Change change) {
        EObject object = index.get(change.object());
        return switch (change) {
            case Change.Create(ObjectState state) -> object == null ? create(state) : null;
            case Change.Restore(ObjectState state) -> object == null ? create(state) : null;
            case Change.Delete delete -> object == null ? null : delete(delete.object(), object);
            case Change.Put put -> object == null ? null : put(put, object);
            case Change.Add(UUID id, String feature, Value item) -> object == null ? null
                    : item(change, object, feature, item, true);
            case Change.Remove(UUID id, String feature, Value item) -> object == null ? null
                    : item(change, object, feature, item, false);
            case Change.Move move -> object == null ? null : move(move, object);
        };
    }

    private Change create(ObjectState state) {
        EObject container = state.placement() == null ? null : container(state.placement());
        if (RecordTypes.ALL.contains(state.type()) || container == null) {
            return null;
        }
        EObject object = revive(state);
        if (object == null) {
            return null;
        }
        index.put(state.id(), object);
        state.values().forEach((feature, value) -> refer(object, feature, value));
        state.items().forEach((feature, items) -> items.forEach(item -> refer(object, feature, item)));
        place(object, state.id(), state.placement(), container);
        return new Change.Delete(state);
    }

    /** What it still contains and is alive stays: a colleague put it there while the deletion was not confirmed. */
    private EObject revive(ObjectState state) {
        EObject known = detached.remove(state.id());
        if (known == null) {
            return ModelObjects.create(state);
        }
        removeDead(known);
        EObject filled = ModelObjects.create(state);
        for (EStructuralFeature feature : known.eClass().getEAllStructuralFeatures()) {
            if (ModelValues.isStored(feature)) {
                known.eUnset(feature);
                if (filled.eIsSet(feature)) {
                    known.eSet(feature, filled.eGet(feature));
                }
            }
        }
        return known;
    }

    private void refer(EObject object, String feature, Value value) {
        if (value instanceof Value.Ref(UUID id)) {
            EObject target = index.get(id);
            if (target == null) {
                open.add(new Open(object, feature, id));
            } else {
                ModelObjects.refer(object, feature, target);
            }
        }
    }

    private Change delete(UUID id, EObject object) {
        ObjectState last = ModelWriter.state(object, placements.get(id));
        index.remove(id);
        placements.remove(id);
        detached.put(id, object);
        EcoreUtil.remove(object);
        return new Change.Restore(last);
    }

    private Change put(Change.Put put, EObject object) {
        EStructuralFeature feature = object.eClass().getEStructuralFeature(put.feature());
        if (feature == null || feature.isMany() || !ModelValues.isStored(feature)) {
            LOG.warn("{} has no single feature {}", object.eClass().getName(), put.feature());
            return null;
        }
        Value old = object.eIsSet(feature) ? ModelValues.toStore(feature, object.eGet(feature)) : null;
        if (feature instanceof EReference) {
            open.removeIf(o -> o.source == object && o.feature.equals(put.feature()));
            object.eUnset(feature);
            refer(object, put.feature(), put.now());
        } else {
            ModelObjects.put(object, put.feature(), put.now());
        }
        return new Change.Put(put.object(), put.feature(), put.now(), old);
    }

    private Change item(Change change, EObject object, String name, Value item, boolean add) {
        EStructuralFeature feature = object.eClass().getEStructuralFeature(name);
        boolean wasOpen = open.removeIf(o -> o.source == object && o.feature.equals(name)
                && Value.ref(o.target).equals(item));
        if (feature == null || !feature.isMany()
                || !wasOpen && ModelWriter.items(object, feature).contains(item) == add) {
            return null;
        }
        if (!(item instanceof Value.Ref(UUID id))) {
            ModelObjects.item(object, name, item, add);
        } else if (add) {
            refer(object, name, item);
        } else {
            ((List<?>) object.eGet(feature)).removeIf(target -> id.equals(ModelValues.id((EObject) target)));
        }
        return change.inverse();
    }

    private Change move(Change.Move move, EObject object) {
        Placement old = placements.get(move.object());
        EObject container = move.now() == null ? null : container(move.now());
        if (container == null || EcoreUtil.isAncestor(object, container)) {
            return null;
        }
        place(object, move.object(), move.now(), container);
        return new Change.Move(move.object(), move.now(), old);
    }

    @SuppressWarnings("unchecked")
    private void place(EObject object, UUID id, Placement placement, EObject container) {
        placements.put(id, placement);
        EStructuralFeature feature = container.eClass().getEStructuralFeature(placement.feature());
        if (!(feature instanceof EReference reference) || !reference.isContainment()) {
            LOG.warn("{} has no place {}", container.eClass().getName(), placement.feature());
            return;
        }
        if (!reference.isMany()) {
            container.eSet(reference, object);
            return;
        }
        var siblings = (org.eclipse.emf.common.util.EList<EObject>) container.eGet(reference);
        boolean here = object.eContainer() == container && object.eContainingFeature() == reference;
        int index = position(siblings, object, id, placement.order());
        if (here) {
            siblings.move(index, object);
        } else {
            siblings.add(index, object);
        }
    }

    /** How many siblings stand before this place. Linear but for the end, where most objects are put. */
    private int position(List<EObject> siblings, EObject object, UUID id, String order) {
        if (siblings.isEmpty() || siblings.getLast() != object && before(siblings.getLast(), order, id)) {
            return siblings.contains(object) ? siblings.size() - 1 : siblings.size();
        }
        return (int) siblings.stream().filter(s -> s != object && before(s, order, id)).count();
    }

    private boolean before(EObject sibling, String order, UUID id) {
        UUID other = ModelValues.id(sibling);
        return compare(placements.get(other).order(), other, order, id) < 0;
    }

    static int compare(String order, UUID id, String otherOrder, UUID otherId) {
        int c = order.compareTo(otherOrder);
        return c != 0 ? c : id.compareTo(otherId);
    }
}
