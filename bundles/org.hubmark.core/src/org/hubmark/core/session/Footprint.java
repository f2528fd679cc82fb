package org.hubmark.core.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;

/** What changes are about, to tell whether two of them get in each other's way. */
final class Footprint {

    /** One single-valued feature, or one item of a many-valued one, of one object. */
    private record Spot(UUID object, String feature, Value item) {
    }

    /** That an object is there, or is not. */
    private record Life(UUID object) {
    }

    /** Anything at all about an object: a feature, its place, a reference to it, something in it. */
    private record Anything(UUID object) {
    }

    /** Where an object stands. */
    private record Place(UUID object) {
    }

    private Footprint() {
    }

    /** What a change of a colleague alters, for {@link #needs}. */
    static Set<Object> touched(Change change) {
        Set<Object> touched = new HashSet<>();
        mentioned(change).forEach(id -> touched.add(new Anything(id)));
        switch (change) {
            case Change.Create create -> touched.add(new Life(create.object()));
            case Change.Restore restore -> touched.add(new Life(restore.object()));
            case Change.Delete delete -> touched.add(new Life(delete.object()));
            case Change.Move move -> touched.add(new Place(move.object()));
            case Change.Put put -> touched.add(new Spot(put.object(), put.feature(), null));
            case Change.Add add -> touched.add(new Spot(add.object(), add.feature(), add.item()));
            case Change.Remove remove -> touched.add(new Spot(remove.object(), remove.feature(), remove.item()));
        }
        return touched;
    }

    /** What must be untouched by colleagues for a change to be made as it was meant. */
    static Set<Object> needs(Change change) {
        UUID id = change.object();
        return switch (change) {
            case Change.Delete delete -> Set.of(new Anything(id));
            case Change.Create create -> lives(create.state());
            case Change.Restore restore -> lives(restore.last());
            case Change.Move(UUID object, Placement old, Placement now) ->
                with(id, now.container(), new Place(id));
            case Change.Put(UUID object, String feature, Value old, Value now) ->
                with(id, now instanceof Value.Ref(UUID target) ? target : id, new Spot(id, feature, null));
            case Change.Add(UUID object, String feature, Value item) ->
                with(id, item instanceof Value.Ref(UUID target) ? target : id, new Spot(id, feature, item));
            case Change.Remove remove -> Set.of(new Life(id), new Spot(id, remove.feature(), remove.item()));
        };
    }

    private static Set<Object> with(UUID id, UUID other, Object spot) {
        Set<Object> needs = new HashSet<>();
        needs.add(new Life(id));
        needs.add(new Life(other));
        needs.add(spot);
        return needs;
    }

    /** Whether changes build on what others of the same author, made before them, touched. */
    static boolean buildOn(List<Change> changes, Set<Object> touched) {
        return changes.stream().anyMatch(change -> needs(change).stream().anyMatch(touched::contains));
    }

    private static Set<Object> lives(ObjectState state) {
        Set<Object> lives = new HashSet<>();
        mentioned(new Change.Create(state)).forEach(id -> lives.add(new Life(id)));
        return lives;
    }

    /** The object itself, its containers and all it refers to, before and after. */
    static Set<UUID> mentioned(Change change) {
        Set<UUID> ids = new HashSet<>();
        ids.add(change.object());
        switch (change) {
            case Change.Create(ObjectState state) -> add(ids, state);
            case Change.Restore(ObjectState state) -> add(ids, state);
            case Change.Delete(ObjectState state) -> add(ids, state);
            case Change.Move(UUID id, Placement old, Placement now) -> {
                ids.add(old.container());
                ids.add(now.container());
            }
            case Change.Put(UUID id, String feature, Value old, Value now) -> {
                add(ids, old);
                add(ids, now);
            }
            case Change.Add(UUID id, String feature, Value item) -> add(ids, item);
            case Change.Remove(UUID id, String feature, Value item) -> add(ids, item);
        }
        return ids;
    }

    /** Whether two lists of changes can be made in either order with the same outcome. */
    static boolean commute(List<Change> some, List<Change> others) {
        return apart(some, others) && apart(others, some);
    }

    private static boolean apart(List<Change> some, List<Change> others) {
        Set<UUID> changed = new HashSet<>();
        some.forEach(change -> changed.add(change.object()));
        return others.stream().noneMatch(other -> mentioned(other).stream().anyMatch(changed::contains));
    }

    private static void add(Set<UUID> ids, ObjectState state) {
        if (state.placement() != null) {
            ids.add(state.container());
        }
        state.values().values().forEach(value -> add(ids, value));
        state.items().values().forEach(set -> set.forEach(value -> add(ids, value)));
    }

    private static void add(Set<UUID> ids, Value value) {
        if (value instanceof Value.Ref(UUID id)) {
            ids.add(id);
        }
    }
}
