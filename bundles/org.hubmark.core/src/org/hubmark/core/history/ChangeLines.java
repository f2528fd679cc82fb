package org.hubmark.core.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.history.ChangeLine.Kind;
import org.hubmark.core.store.Revision;

/**
 * Words changes for people. An object is called as the lookup knows it; what that does not know, as the changes
 * themselves say. Belongs to the thread of its lookup.
 */
public final class ChangeLines {

    /** How many lines of one revision are shown; an import has thousands. */
    public static final int LIMIT = 50;

    private final Locale locale;
    private final Function<UUID, ObjectState> find;

    /** @param find the last known state of an object, living or not; null if unknown */
    public ChangeLines(Locale locale, Function<UUID, ObjectState> find) {
        this.locale = locale;
        this.find = find;
    }

    /** In the language of the user. */
    public ChangeLines(Function<UUID, ObjectState> find) {
        this(Locale.getDefault(Locale.Category.DISPLAY), find);
    }

    /** The objects that are named in the first {@code limit} lines, but for what their names need in turn. */
    public static Set<UUID> mentioned(List<Change> changes, int limit) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (Change change : changes.subList(0, Math.min(limit, changes.size()))) {
            ids.add(change.object());
            switch (change) {
                case Change.Put(UUID id, String feature, Value old, Value now) -> {
                    add(ids, old);
                    add(ids, now);
                }
                case Change.Add add -> add(ids, add.item());
                case Change.Remove remove -> add(ids, remove.item());
                case Change.Move(UUID id, Placement old, Placement now) -> {
                    ids.add(old.container());
                    ids.add(now.container());
                }
                default -> {
                    // the state names itself
                }
            }
        }
        return ids;
    }

    private static void add(Set<UUID> ids, Value value) {
        if (value instanceof Value.Ref(UUID id)) {
            ids.add(id);
        }
    }

    /** The states that changes themselves tell of. */
    public static Map<UUID, ObjectState> told(List<Change> changes) {
        Map<UUID, ObjectState> told = new HashMap<>();
        for (Change change : changes) {
            switch (change) {
                case Change.Create(ObjectState state) -> told.put(state.id(), state);
                case Change.Delete(ObjectState last) -> told.put(last.id(), last);
                case Change.Restore(ObjectState last) -> told.put(last.id(), last);
                default -> {
                    // tells of one feature only
                }
            }
        }
        return told;
    }

    /** One revision. Cost: at most {@link #LIMIT} lines. */
    public RevisionSummary of(Revision revision) {
        List<ChangeLine> lines = of(revision.changes());
        return new RevisionSummary(revision.number(), revision.changeSet(), revision.author(), revision.when(),
                revision.label(), revision.undoes(), lines, revision.changes().size() - lines.size());
    }

    /** A line for each of the first {@link #LIMIT} changes. */
    public List<ChangeLine> of(List<Change> changes) {
        return of(changes, LIMIT);
    }

    /** A line for each of the first {@code limit} changes. */
    public List<ChangeLine> of(List<Change> changes, int limit) {
        Map<UUID, ObjectState> told = told(changes);
        ObjectNames names = new ObjectNames(locale, id -> {
            ObjectState state = find.apply(id);
            return state == null ? told.get(id) : state;
        });
        List<ChangeLine> lines = new ArrayList<>();
        for (Change change : changes.subList(0, Math.min(limit, changes.size()))) {
            ObjectState state = find.apply(change.object());
            lines.add(line(names, change, state == null ? told.get(change.object()) : state));
        }
        return lines;
    }

    private static ChangeLine line(ObjectNames names, Change change, ObjectState state) {
        return switch (change) {
            case Change.Create(ObjectState created) -> whole(names, Kind.CREATED, created);
            case Change.Delete(ObjectState last) -> whole(names, Kind.DELETED, last);
            case Change.Restore(ObjectState last) -> whole(names, Kind.RESTORED, last);
            case Change.Put(UUID id, String feature, Value old, Value now) -> feature(names, Kind.CHANGED, id, state,
                    feature, old, now);
            case Change.Add(UUID id, String feature, Value item) -> feature(names, Kind.ADDED, id, state, feature, null,
                    item);
            case Change.Remove(UUID id, String feature, Value item) -> feature(names, Kind.REMOVED, id, state, feature,
                    item, null);
            case Change.Move move -> move(names, move, state);
        };
    }

    private static ChangeLine whole(ObjectNames names, Kind kind, ObjectState state) {
        String type = names.type(state.type());
        String name = names.of(state);
        String text = switch (kind) {
            case CREATED -> names.messages().get("line.created", type, name);
            case DELETED -> names.messages().get("line.deleted", type, name);
            default -> names.messages().get("line.restored", type, name);
        };
        return new ChangeLine(kind, state.id(), name, type, null, kind == Kind.DELETED ? name : null,
                kind == Kind.DELETED ? null : name, text);
    }

    private static ChangeLine feature(ObjectNames names, Kind kind, UUID id, ObjectState state, String feature,
            Value old, Value now) {
        String name = names.of(state);
        String label = names.feature(feature);
        String text = switch (kind) {
            case ADDED -> names.messages().get("line.added", name, label, names.value(feature, now));
            case REMOVED -> names.messages().get("line.removed", name, label, names.value(feature, old));
            default -> names.messages().get("line.changed", name, label, names.value(feature, old), names.value(feature, now));
        };
        return new ChangeLine(kind, id, name, type(names, state), label, old == null ? null : names.value(feature, old),
                now == null ? null : names.value(feature, now), text);
    }

    private static ChangeLine move(ObjectNames names, Change.Move move, ObjectState state) {
        String name = names.of(state);
        String from = names.of(move.old().container());
        String to = names.of(move.now().container());
        String text = move.old().container().equals(move.now().container())
                ? names.messages().get("line.reordered", name, to)
                : names.messages().get("line.moved", name, from, to);
        return new ChangeLine(Kind.MOVED, move.object(), name, type(names, state), names.messages().get("line.place"),
                from, to, text);
    }

    private static String type(ObjectNames names, ObjectState state) {
        return names.type(state == null ? "?" : state.type());
    }
}
