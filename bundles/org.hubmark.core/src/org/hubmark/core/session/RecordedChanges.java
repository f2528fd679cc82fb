package org.hubmark.core.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.project.ModelValues;
import org.hubmark.core.project.ModelWriter;
import org.hubmark.model.Identified;
import org.hubmark.model.Project;

/**
 * Turns what a command has touched into changes: creations (containers first), moves, values, deletions (contents
 * first). References to what it deleted are cleared as well, so that none dangles. The live model takes note of all of
 * it.
 */
final class RecordedChanges {

    private final LiveModel model;
    private final ModelRecorder.Recording recording;
    private final Project project;
    private final Set<EObject> created = new LinkedHashSet<>();
    private final Set<EObject> moved = new LinkedHashSet<>();
    private final Set<EObject> dead = new LinkedHashSet<>();

    RecordedChanges(LiveModel model, ModelRecorder.Recording recording) {
        this.model = model;
        this.recording = recording;
        this.project = model.project();
    }

    List<Change> toChanges() {
        sort();
        clearReferences();
        Map<EObject, Placement> places = places();
        List<Change> changes = new ArrayList<>();
        created.stream().sorted(Comparator.comparingInt(RecordedChanges::containers))
                .forEach(o -> changes.add(new Change.Create(ModelWriter.state(o, places.get(o)))));
        places.forEach((object, place) -> {
            if (!created.contains(object)) {
                changes.add(new Change.Move(id(object), model.placement(id(object)), place));
            }
        });
        addValues(changes);
        addDeletions(changes);
        Map<UUID, EObject> byId = new HashMap<>();
        created.forEach(o -> byId.put(id(o), o));
        changes.forEach(change -> model.note(change, byId.get(change.object())));
        return changes;
    }

    /** Which objects are new, which stand elsewhere, which are gone. */
    private void sort() {
        Set<EObject> touched = new LinkedHashSet<>(recording.placed);
        touched.addAll(recording.removed);
        for (EObject object : touched) {
            if (EcoreUtil.isAncestor(project, object)) {
                enter(object);
                object.eAllContents().forEachRemaining(this::enter);
            } else if (isKnown(object)) {
                dead.add(object);
            }
        }
        if (!dead.isEmpty()) {
            addContents();
        }
    }

    private void enter(EObject object) {
        if (isKnown(object)) {
            if (recording.placed.contains(object) || recording.removed.contains(object)) {
                moved.add(object);
            }
        } else if (created.add(object)) {
            identify((Identified) object);
        }
    }

    private boolean isKnown(EObject object) {
        UUID id = ModelValues.id(object);
        return id != null && model.find(id) == object;
    }

    /** A copy has the id of what it was copied from, and must not keep it. */
    private void identify(Identified object) {
        UUID id = ModelValues.id(object);
        if (id == null || !model.isFree(id)) {
            model.quietly(() -> object.setId(Ids.next().toString()));
        }
    }

    /** What the dead contained is dead too, unless it lives on elsewhere. */
    private void addContents() {
        Set<UUID> ids = new HashSet<>();
        dead.forEach(o -> ids.add(id(o)));
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<UUID, Placement> entry : model.placements().entrySet()) {
                EObject object = model.find(entry.getKey());
                if (ids.contains(entry.getValue().container()) && !EcoreUtil.isAncestor(project, object)
                        && ids.add(entry.getKey())) {
                    dead.add(object);
                    more = true;
                }
            }
        }
    }

    private void clearReferences() {
        if (dead.isEmpty()) {
            return;
        }
        EcoreUtil.UsageCrossReferencer.findAll(dead, project).forEach((target, settings) -> settings.stream()
                .filter(s -> ModelValues.isStored(s.getEStructuralFeature()))
                .forEach(s -> clear(target, s.getEObject(), s.getEStructuralFeature())));
    }

    private void clear(EObject target, EObject source, EStructuralFeature feature) {
        model.quietly(() -> EcoreUtil.remove(source, feature, target));
        if (feature.isMany()) {
            recording.many.computeIfAbsent(source, o -> new LinkedHashMap<>()).computeIfAbsent(feature,
                    f -> new ModelRecorder.Items(new LinkedHashSet<>(), new LinkedHashSet<>())).remove(target);
        } else {
            recording.singles.computeIfAbsent(source, o -> new LinkedHashMap<>()).putIfAbsent(feature,
                    Optional.of(target));
        }
    }

    /** The new places of new and moved objects, in an order in which they can be taken. */
    private Map<EObject, Placement> places() {
        Set<List<Object>> lists = new LinkedHashSet<>();
        created.forEach(o -> lists.add(List.of(o.eContainer(), o.eContainingFeature())));
        moved.forEach(o -> lists.add(List.of(o.eContainer(), o.eContainingFeature())));
        Map<EObject, Placement> places = new LinkedHashMap<>();
        lists.forEach(list -> place((EObject) list.get(0), (EReference) list.get(1), places));
        return places;
    }

    private void place(EObject container, EReference feature, Map<EObject, Placement> places) {
        List<EObject> children = ModelWriter.children(container, feature);
        String low = null;
        UUID lowId = null;
        for (int i = 0; i < children.size(); i++) {
            EObject child = children.get(i);
            Placement old = settled(child, container, feature);
            if (old == null || low != null && LiveModel.compare(low, lowId, old.order(), id(child)) > 0) {
                String order = OrderKeys.between(low, next(children, i + 1, container, feature, low));
                Placement now = new Placement(id(container), feature.getName(), order);
                if (!now.equals(model.placement(id(child)))) {
                    places.put(child, now);
                }
                low = order;
            } else {
                low = old.order();
            }
            lowId = id(child);
        }
    }

    /** The place of a child that was in this list before and was not touched; else null. */
    private Placement settled(EObject child, EObject container, EReference feature) {
        if (created.contains(child) || recording.placed.contains(child)) {
            return null;
        }
        Placement old = model.placement(id(child));
        return old != null && old.container().equals(id(container)) && old.feature().equals(feature.getName()) ? old
                : null;
    }

    private String next(List<EObject> children, int from, EObject container, EReference feature, String low) {
        return children.stream().skip(from).map(c -> settled(c, container, feature)).filter(Objects::nonNull)
                .map(Placement::order).filter(order -> low == null || order.compareTo(low) > 0).findFirst()
                .orElse(null);
    }

    private void addValues(List<Change> changes) {
        recording.singles.forEach((object, features) -> {
            if (isSurvivor(object)) {
                features.forEach((feature, old) -> addPut(changes, object, feature, old));
            }
        });
        recording.many.forEach((object, features) -> {
            if (isSurvivor(object)) {
                features.forEach((feature, items) -> addItems(changes, object, feature, items));
            }
        });
    }

    private boolean isSurvivor(EObject object) {
        return isKnown(object) && !dead.contains(object);
    }

    private static void addPut(List<Change> changes, EObject object, EStructuralFeature feature, Object old) {
        Value before = ModelValues.toStore(feature, ((Optional<?>) old).orElse(null));
        Value now = object.eIsSet(feature) ? ModelValues.toStore(feature, object.eGet(feature)) : null;
        if (!Objects.equals(before, now)) {
            changes.add(new Change.Put(id(object), feature.getName(), before, now));
        }
    }

    private static void addItems(List<Change> changes, EObject object, EStructuralFeature feature,
            ModelRecorder.Items items) {
        items.removed().forEach(item -> changes
                .add(new Change.Remove(id(object), feature.getName(), ModelValues.toStore(feature, item))));
        items.added().forEach(item -> changes
                .add(new Change.Add(id(object), feature.getName(), ModelValues.toStore(feature, item))));
    }

    private void addDeletions(List<Change> changes) {
        List<EObject> ordered = new ArrayList<>(dead);
        ordered.sort(Comparator.comparingInt(this::depth));
        Collections.reverse(ordered);
        ordered.forEach(object -> changes.add(new Change.Delete(before(object))));
    }

    private static int containers(EObject object) {
        int containers = 0;
        for (EObject o = object.eContainer(); o != null; o = o.eContainer()) {
            containers++;
        }
        return containers;
    }

    private int depth(EObject object) {
        int depth = 0;
        for (Placement p = model.placement(id(object)); p != null; p = model.placement(p.container())) {
            depth++;
        }
        return depth;
    }

    /** The state an object had before the command. */
    private ObjectState before(EObject object) {
        ObjectState now = ModelWriter.state(object, model.placement(id(object)));
        Map<String, Value> values = new TreeMap<>(now.values());
        recording.singles.getOrDefault(object, Map.of()).forEach((feature, old) -> {
            Value value = ModelValues.toStore(feature, ((Optional<?>) old).orElse(null));
            if (value == null) {
                values.remove(feature.getName());
            } else {
                values.put(feature.getName(), value);
            }
        });
        Map<String, Set<Value>> items = new TreeMap<>(now.items());
        recording.many.getOrDefault(object, Map.of()).forEach((feature, net) -> {
            Set<Value> set = new LinkedHashSet<>(now.set(feature.getName()));
            net.added().forEach(item -> set.remove(ModelValues.toStore(feature, item)));
            net.removed().forEach(item -> set.add(ModelValues.toStore(feature, item)));
            items.put(feature.getName(), set);
        });
        items.values().removeIf(Set::isEmpty);
        return new ObjectState(now.id(), now.type(), now.placement(), values, items);
    }

    private static UUID id(EObject object) {
        return ModelValues.id(object);
    }
}
