package org.hubmark.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.ObjectTable;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.CommitResult.Reason;
import org.hubmark.core.store.ConflictDetail;
import org.hubmark.core.store.Revision;

/** Decides on one change set, on a copy of the objects. */
final class FakeDoor {

    private final ChangeSet changes;
    private final ObjectTable objects;
    private final List<Revision> theirs;
    private final Set<UUID> known;
    private final List<Change> noted = new ArrayList<>();
    private final List<ConflictDetail> conflicts = new ArrayList<>();
    private final Set<UUID> touched = new HashSet<>();

    FakeDoor(ChangeSet changes, ObjectTable objects, List<Revision> log, Set<UUID> known) {
        this.changes = changes;
        this.objects = objects;
        this.theirs = log.stream().filter(r -> r.number() > changes.base() && !r.client().equals(changes.client()))
                .toList().reversed();
        this.known = known;
    }

    ObjectTable objects() {
        return objects;
    }

    /** What really changed, with what really was there before. */
    List<Change> noted() {
        return noted;
    }

    /** Null if the change set is taken. */
    CommitResult run() {
        for (Change change : changes.changes()) {
            CommitResult refusal = step(change);
            if (refusal != null) {
                return refusal;
            }
        }
        return conflicts.isEmpty() ? end() : new CommitResult.Conflict(conflicts);
    }

    private CommitResult step(Change change) {
        ObjectState before = objects.get(change.object());
        boolean fresh = change instanceof Change.Create;
        boolean back = change instanceof Change.Restore;
        if (fresh && (before != null || known.contains(change.object()))
                || back && (before != null || !known.contains(change.object()))) {
            return new CommitResult.Refused(Reason.OBJECT, "The id is in use.");
        }
        if (before == null && !fresh && !back) {
            Revision who = last(c -> c instanceof Change.Delete && c.object().equals(change.object()));
            if (who == null) {
                return new CommitResult.Refused(Reason.OBJECT, "The object is not there.");
            }
            if (!(change instanceof Change.Delete)) {
                conflicts.add(detail(change.object(), null, null, null, null, who));
            }
            return null;
        }
        if (!conflicts(change, before)) {
            apply(change, before);
        }
        return null;
    }

    private boolean conflicts(Change change, ObjectState before) {
        int count = conflicts.size();
        switch (change) {
            case Change.Delete delete -> {
                Revision who = last(c -> c.object().equals(delete.object()));
                if (who != null) {
                    conflicts.add(detail(delete.object(), null, null, null, null, who));
                }
            }
            case Change.Put(UUID id, String feature, Value old, Value now) -> {
                Value value = before.values().get(feature);
                Revision who = last(c -> c instanceof Change.Put p && p.object().equals(id)
                        && p.feature().equals(feature));
                if (who != null && !Objects.equals(value, old) && !Objects.equals(value, now)) {
                    conflicts.add(detail(id, feature, old, now, value, who));
                }
            }
            case Change.Move move -> {
                Revision who = last(c -> c instanceof Change.Move m && m.object().equals(move.object()));
                if (who != null && !before.placement().equals(move.old()) && !before.placement().equals(move.now())) {
                    conflicts.add(detail(move.object(), before.placement().feature(), null, null,
                            Value.ref(before.container()), who));
                }
            }
            default -> {
                // sets and new objects never conflict
            }
        }
        return conflicts.size() > count;
    }

    private void apply(Change change, ObjectState before) {
        Change real = switch (change) {
            case Change.Delete delete -> new Change.Delete(before);
            case Change.Put put -> new Change.Put(put.object(), put.feature(), before.values().get(put.feature()),
                    put.now());
            case Change.Move move -> new Change.Move(move.object(), before.placement(), move.now());
            default -> change;
        };
        objects.apply(real);
        touched.add(change.object());
        if (!Objects.equals(before, objects.get(change.object()))) {
            noted.add(real);
        }
    }

    private CommitResult end() {
        for (UUID id : touched) {
            ObjectState state = objects.get(id);
            if (state == null ? isNeeded(id) : dangles(state)) {
                return new CommitResult.Refused(Reason.CONTAINMENT,
                        "A reference or a container would lead to nothing.");
            }
        }
        return null;
    }

    private boolean isNeeded(UUID deleted) {
        Value ref = Value.ref(deleted);
        return objects.objects().stream().anyMatch(s -> deleted.equals(s.container()) || s.values().containsValue(ref)
                || s.items().values().stream().anyMatch(set -> set.contains(ref)));
    }

    private boolean dangles(ObjectState state) {
        Predicate<Value> gone = value -> value instanceof Value.Ref(UUID target) && objects.get(target) == null;
        return state.values().values().stream().anyMatch(gone)
                || state.items().values().stream().anyMatch(set -> set.stream().anyMatch(gone))
                || !leadsToRoot(state);
    }

    private boolean leadsToRoot(ObjectState state) {
        Set<UUID> way = new HashSet<>();
        ObjectState at = state;
        while (at != null && at.placement() != null && way.add(at.id())) {
            at = objects.get(at.container());
        }
        return at != null && at.placement() == null && at.id().equals(changes.project());
    }

    private Revision last(Predicate<Change> change) {
        return theirs.stream().filter(r -> r.changes().stream().anyMatch(change)).findFirst().orElse(null);
    }

    private static ConflictDetail detail(UUID object, String feature, Value base, Value mine, Value theirs,
            Revision who) {
        return new ConflictDetail(object, feature, base, mine, theirs, who.author(), who.when().toString(),
                who.number());
    }
}
