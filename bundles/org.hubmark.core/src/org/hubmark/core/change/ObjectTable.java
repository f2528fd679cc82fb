package org.hubmark.core.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Living objects by id, changed step by step, forwards and backwards. It believes what it is told: a step for an object
 * that is not there does nothing, so that a table of some types can be fed the steps of a whole project. Not safe for
 * use by several threads. Cost of a step: the number of features of its object.
 */
public final class ObjectTable {

    private final Map<UUID, ObjectState> objects = new LinkedHashMap<>();

    public ObjectTable() {
    }

    public ObjectTable(Collection<ObjectState> objects) {
        objects.forEach(this::put);
    }

    /** The object, or null if there is none living. */
    public ObjectState get(UUID id) {
        return objects.get(id);
    }

    public void put(ObjectState state) {
        objects.put(state.id(), state);
    }

    /** All living objects, in no order that means anything; a view that changes with the table. */
    public Collection<ObjectState> objects() {
        return Collections.unmodifiableCollection(objects.values());
    }

    public int size() {
        return objects.size();
    }

    /** Makes a step. */
    public void apply(Change change) {
        switch (change) {
            case Change.Create(ObjectState state) -> put(state);
            case Change.Restore(ObjectState last) -> put(last);
            case Change.Delete(ObjectState last) -> objects.remove(last.id());
            case Change.Put(UUID object, String feature, Value old, Value now) -> set(object, feature, now);
            case Change.Add(UUID object, String feature, Value item) -> items(object, feature, item, true);
            case Change.Remove(UUID object, String feature, Value item) -> items(object, feature, item, false);
            case Change.Move(UUID object, Placement old, Placement now) -> move(object, now);
        }
    }

    /** Takes a step back. */
    public void unapply(Change change) {
        apply(change.inverse());
    }

    /** Makes all steps of a list in their order. */
    public void applyAll(List<Change> changes) {
        changes.forEach(this::apply);
    }

    /** Takes all steps of a list back, the last one first. */
    public void unapplyAll(List<Change> changes) {
        List<Change> backwards = new ArrayList<>(changes);
        Collections.reverse(backwards);
        backwards.forEach(this::unapply);
    }

    private void set(UUID id, String feature, Value value) {
        ObjectState state = objects.get(id);
        if (state == null) {
            return;
        }
        Map<String, Value> values = new TreeMap<>(state.values());
        if (value == null) {
            values.remove(feature);
        } else {
            values.put(feature, value);
        }
        put(new ObjectState(id, state.type(), state.placement(), values, state.items()));
    }

    private void items(UUID id, String feature, Value item, boolean in) {
        ObjectState state = objects.get(id);
        if (state == null) {
            return;
        }
        Map<String, Set<Value>> items = new TreeMap<>(state.items());
        Set<Value> set = new LinkedHashSet<>(state.set(feature));
        if (in) {
            set.add(item);
        } else {
            set.remove(item);
        }
        if (set.isEmpty()) {
            items.remove(feature);
        } else {
            items.put(feature, set);
        }
        put(new ObjectState(id, state.type(), state.placement(), state.values(), items));
    }

    private void move(UUID id, Placement placement) {
        ObjectState state = objects.get(id);
        if (state != null) {
            put(new ObjectState(id, state.type(), placement, state.values(), state.items()));
        }
    }
}
