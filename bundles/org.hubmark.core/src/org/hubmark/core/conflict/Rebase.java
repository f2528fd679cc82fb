package org.hubmark.core.conflict;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.Differences;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.ObjectTable;
import org.hubmark.core.change.Value;

/**
 * Words changes anew so that they replace what is there now. Deletions are left out: what goes with them has to be
 * worked out from what is there now. Use once.
 */
public final class Rebase {

    private final Function<UUID, ObjectState> present;
    private final Function<UUID, ObjectState> past;
    private final ObjectTable touched = new ObjectTable();
    private final List<Change> changes = new ArrayList<>();

    /**
     * @param present an object as it is now; null if it is not there
     * @param past an object as it was when it was deleted; null if it never was
     */
    public Rebase(Function<UUID, ObjectState> present, Function<UUID, ObjectState> past) {
        this.present = present;
        this.past = past;
    }

    /** Objects that a change set is about, would stand in, or would refer to. */
    public static Set<UUID> needed(List<Change> changes) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (Change change : changes) {
            switch (change) {
                case Change.Create(ObjectState state) -> add(ids, state);
                case Change.Restore(ObjectState state) -> add(ids, state);
                case Change.Put put -> {
                    ids.add(put.object());
                    add(ids, put.now());
                }
                case Change.Add add -> {
                    ids.add(add.object());
                    add(ids, add.item());
                }
                case Change.Remove remove -> ids.add(remove.object());
                case Change.Move move -> {
                    ids.add(move.object());
                    ids.add(move.now().container());
                }
                case Change.Delete delete -> {
                    // what is gone already needs nothing
                }
            }
        }
        changes.forEach(change -> {
            if (change instanceof Change.Create) {
                ids.remove(change.object());
            }
        });
        return ids;
    }

    private static void add(Set<UUID> ids, ObjectState state) {
        if (state.placement() != null) {
            ids.add(state.container());
        }
        state.values().values().forEach(value -> add(ids, value));
        state.items().values().forEach(items -> items.forEach(value -> add(ids, value)));
    }

    private static void add(Set<UUID> ids, Value value) {
        if (value instanceof Value.Ref(UUID id)) {
            ids.add(id);
        }
    }

    /** Objects are brought back, containers first. */
    public void revive(List<ObjectState> states) {
        states.stream().filter(state -> now(state.id()) == null).forEach(state -> add(new Change.Restore(state)));
    }

    /** More changes on top of what there is and what was added before. */
    public void add(List<Change> more) {
        more.forEach(this::reword);
    }

    public List<Change> changes() {
        return List.copyOf(changes);
    }

    private void reword(Change change) {
        ObjectState now = now(change.object());
        switch (change) {
            case Change.Create(ObjectState state) -> born(state, now);
            case Change.Restore(ObjectState state) -> born(state, now);
            case Change.Put(UUID id, String feature, Value old, Value value) -> {
                Value there = now == null ? value : now.values().get(feature);
                if (!Objects.equals(there, value)) {
                    add(new Change.Put(id, feature, there, value));
                }
            }
            case Change.Add add -> {
                if (now != null && !now.set(add.feature()).contains(add.item())) {
                    add(add);
                }
            }
            case Change.Remove remove -> {
                if (now != null && now.set(remove.feature()).contains(remove.item())) {
                    add(remove);
                }
            }
            case Change.Move move -> {
                if (now != null && !Objects.equals(now.placement(), move.now())) {
                    add(new Change.Move(move.object(), now.placement(), move.now()));
                }
            }
            case Change.Delete delete -> {
                // see above
            }
        }
    }

    private void born(ObjectState state, ObjectState now) {
        if (now != null) {
            Differences.between(now, state).forEach(this::add);
        } else {
            add(past.apply(state.id()) == null ? new Change.Create(state) : new Change.Restore(state));
        }
    }

    private void add(Change change) {
        ObjectState now = now(change.object());
        if (now != null) {
            touched.put(now);
        }
        touched.apply(change);
        changes.add(change);
    }

    private ObjectState now(UUID id) {
        ObjectState state = touched.get(id);
        return state == null ? present.apply(id) : state;
    }
}
