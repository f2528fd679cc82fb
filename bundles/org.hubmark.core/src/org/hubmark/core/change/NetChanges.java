package org.hubmark.core.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What several lists of changes come to when they are made one after the other: what was made and taken back again is
 * gone, what was changed twice is changed once. New objects come first, containers before contents; deletions last.
 * Not safe for use by several threads.
 */
public final class NetChanges {

    private final Map<UUID, Change> births = new LinkedHashMap<>();
    private final Map<Spot, Change> edits = new LinkedHashMap<>();
    private final Map<UUID, Change.Delete> deaths = new LinkedHashMap<>();

    /** A single-valued feature, one item of a many-valued one, or (feature null) the place of an object. */
    private record Spot(UUID object, String feature, Value item) {
    }

    public static List<Change> of(List<Change> changes) {
        NetChanges net = new NetChanges();
        changes.forEach(net::add);
        return net.toList();
    }

    /** One more change, made after all others. */
    public void add(Change change) {
        switch (change) {
            case Change.Create create -> births.put(create.object(), create);
            case Change.Restore(ObjectState last) -> restore(last);
            case Change.Delete delete -> delete(delete);
            default -> edit(change);
        }
    }

    private void restore(ObjectState state) {
        Change.Delete death = deaths.remove(state.id());
        if (death == null) {
            births.put(state.id(), new Change.Restore(state));
        } else {
            Differences.between(death.last(), state).forEach(this::edit);
        }
    }

    /** Edits of what is deleted then don't count; it is deleted as it was before them. */
    private void delete(Change.Delete delete) {
        ObjectTable before = new ObjectTable();
        before.put(delete.last());
        edits.forEach((spot, change) -> {
            if (spot.object.equals(delete.object())) {
                before.unapply(change);
            }
        });
        edits.keySet().removeIf(spot -> spot.object.equals(delete.object()));
        if (births.remove(delete.object()) == null) {
            deaths.put(delete.object(), new Change.Delete(before.get(delete.object())));
        }
    }

    private void edit(Change change) {
        Change birth = births.get(change.object());
        if (birth != null) {
            births.put(change.object(), changed(birth, change));
            return;
        }
        Spot spot = spot(change);
        Change before = edits.remove(spot);
        Change merged = before == null ? change : merge(before, change);
        if (merged != null) {
            edits.put(spot, merged);
        }
    }

    private static Change changed(Change birth, Change change) {
        ObjectTable table = new ObjectTable();
        table.apply(birth);
        table.apply(change);
        ObjectState state = table.get(change.object());
        return birth instanceof Change.Create ? new Change.Create(state) : new Change.Restore(state);
    }

    private static Spot spot(Change change) {
        return switch (change) {
            case Change.Put(UUID id, String feature, Value old, Value now) -> new Spot(id, feature, null);
            case Change.Add(UUID id, String feature, Value item) -> new Spot(id, feature, item);
            case Change.Remove(UUID id, String feature, Value item) -> new Spot(id, feature, item);
            default -> new Spot(change.object(), null, null);
        };
    }

    /** Both on the same spot; null if they cancel each other out. */
    private static Change merge(Change first, Change second) {
        return switch (second) {
            case Change.Put put when first instanceof Change.Put before -> Objects.equals(before.old(), put.now())
                    ? null
                    : new Change.Put(put.object(), put.feature(), before.old(), put.now());
            case Change.Move move when first instanceof Change.Move before -> Objects.equals(before.old(), move.now())
                    ? null
                    : new Change.Move(move.object(), before.old(), move.now());
            default -> first.equals(second) ? first : null;
        };
    }

    /** What all of it comes to. */
    public List<Change> toList() {
        Map<UUID, Change> ordered = new LinkedHashMap<>();
        births.keySet().forEach(id -> addBirth(id, ordered));
        List<Change> changes = new ArrayList<>(ordered.values());
        changes.addAll(edits.values());
        changes.addAll(deaths.values());
        return changes;
    }

    private void addBirth(UUID id, Map<UUID, Change> ordered) {
        Change birth = births.get(id);
        if (birth == null || ordered.containsKey(id)) {
            return;
        }
        ObjectState state = birth instanceof Change.Create(ObjectState s) ? s : ((Change.Restore) birth).last();
        if (state.placement() != null && !state.container().equals(id)) {
            addBirth(state.container(), ordered);
        }
        ordered.put(id, birth);
    }
}
