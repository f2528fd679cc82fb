package org.hubmark.core.session;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.ObjectTable;

/** The records of some kind that a session holds in memory, kept up to date. Model thread. */
final class LiveRecords implements Replica {

    private final ObjectTable table;
    private final Predicate<ObjectState> holds;
    private long version;

    /** @param holds which new objects belong here; is asked only about objects that are created */
    LiveRecords(Collection<ObjectState> records, Predicate<ObjectState> holds) {
        this.table = new ObjectTable(records);
        this.holds = holds;
    }

    /** A record, or null. */
    ObjectState get(UUID id) {
        return table.get(id);
    }

    /** Another number whenever a record has changed. */
    long version() {
        return version;
    }

    Collection<ObjectState> all() {
        return table.objects();
    }

    @Override
    public Change apply(Change change) {
        ObjectState before = table.get(change.object());
        Change inverse = before == null ? appear(change) : inverse(change, before);
        if (inverse != null) {
            table.apply(change);
            version++;
        }
        return inverse;
    }

    @Override
    public ObjectState state(UUID id) {
        return table.get(id);
    }

    @Override
    public void settle(Set<UUID> objects) {
        // every state stands for itself; nothing is left open between changes
    }

    private Change appear(Change change) {
        return switch (change) {
            case Change.Create(ObjectState state) when holds.test(state) -> new Change.Delete(state);
            case Change.Restore(ObjectState state) when holds.test(state) -> new Change.Delete(state);
            default -> null;
        };
    }

    private static Change inverse(Change change, ObjectState before) {
        return switch (change) {
            case Change.Create create -> null;
            case Change.Restore restore -> null;
            case Change.Delete delete -> new Change.Restore(before);
            case Change.Put put ->
                new Change.Put(put.object(), put.feature(), put.now(), before.values().get(put.feature()));
            case Change.Add add -> before.set(add.feature()).contains(add.item()) ? null : add.inverse();
            case Change.Remove remove -> before.set(remove.feature()).contains(remove.item()) ? remove.inverse() : null;
            case Change.Move move -> new Change.Move(move.object(), move.now(), before.placement());
        };
    }
}
