package org.hubmark.core.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.Value;
import org.hubmark.core.conflict.Conflict;
import org.hubmark.core.session.Session;

/**
 * Decides conflicts, as changes for {@code Session.execute}: each decision is one step that can be undone, and then the
 * conflict is open again. A conflict that was decided can be decided otherwise. Model thread.
 */
public final class ConflictCommands {

    private ConflictCommands() {
    }

    /**
     * What stands is kept. The author's steps are dropped whole, with what in them was not contended: a step is done
     * whole or not at all. They stay readable in the conflict.
     *
     * @throws IllegalArgumentException if there is no such conflict
     */
    public static List<Change> keepTheirs(Session session, UUID conflict) {
        return decision(session, existing(session, conflict), Conflict.State.THEIRS);
    }

    /**
     * The author's steps are done after all, on top of what is there now: contended values are the author's, what was
     * deleted and is needed comes back with what holds it and what went with it, what was to be deleted goes with all
     * that was put into it meanwhile. May ask the store, therefore comes later, on the model thread; fails with a
     * {@code StoreException} when the store can't be asked, with an {@code IllegalStateException} if the author's work
     * is not on this machine.
     *
     * @throws IllegalArgumentException if there is no such conflict
     */
    public static CompletableFuture<List<Change>> takeMine(Session session, UUID conflict) {
        Conflict of = existing(session, conflict);
        Set<Integer> all = new HashSet<>(IntStream.range(0, of.details().size()).boxed().toList());
        return new ConflictDecision(session, of, all).changes(decision(session, of, Conflict.State.MINE));
    }

    /**
     * Decides one by one: in the details with these indexes the author's side is taken, in the others what stands is
     * kept; what was not contended is done. Otherwise like {@link #takeMine(Session, UUID)}.
     */
    public static CompletableFuture<List<Change>> takeMine(Session session, UUID conflict, Set<Integer> details) {
        Conflict of = existing(session, conflict);
        return details.size() == of.details().size() ? takeMine(session, conflict)
                : new ConflictDecision(session, of, details).changes(decision(session, of, Conflict.State.MIXED));
    }

    private static Conflict existing(Session session, UUID id) {
        Conflict conflict = session.team().conflict(id);
        if (conflict == null) {
            throw new IllegalArgumentException("no conflict " + id);
        }
        return conflict;
    }

    private static List<Change> decision(Session session, Conflict conflict, Conflict.State state) {
        List<Change> changes = new ArrayList<>();
        put(changes, conflict.id(), Conflict.STATE, conflict.state().literal(), state.literal());
        if (!changes.isEmpty()) {
            put(changes, conflict.id(), Conflict.DECIDED_BY, conflict.decidedBy(), session.member());
            put(changes, conflict.id(), Conflict.DECIDED_AT, conflict.decidedAt(), PassageCommands.now());
        }
        return changes;
    }

    private static void put(List<Change> changes, UUID id, String feature, String old, String now) {
        if (!Objects.equals(old, now)) {
            changes.add(new Change.Put(id, feature, Value.of(old), Value.of(now)));
        }
    }
}
