package org.hubmark.core.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.NetChanges;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.conflict.Conflict;
import org.hubmark.core.conflict.Contention;
import org.hubmark.core.conflict.Rebase;
import org.hubmark.core.conflict.Share;
import org.hubmark.core.history.ObjectHistory;
import org.hubmark.core.history.Revival;
import org.hubmark.core.session.Session;

/** Works out what a decision for the author changes, on top of what is there now. Model thread; use once. */
final class ConflictDecision {

    private final Session session;
    private final Conflict conflict;
    private final Set<Integer> mine;
    private final Map<UUID, ObjectState> stored = new HashMap<>();
    private final Map<UUID, ObjectState> past = new HashMap<>();

    /** @param mine the indexes of the details that are decided for the author */
    ConflictDecision(Session session, Conflict conflict, Set<Integer> mine) {
        this.session = session;
        this.conflict = conflict;
        this.mine = mine;
    }

    /** @param decision what says so in the record */
    CompletableFuture<List<Change>> changes(List<Change> decision) {
        return session.team().work(conflict).thenCompose(sets -> {
            if (sets.isEmpty()) {
                return CompletableFuture.failedFuture(new IllegalStateException("the work is on another machine"));
            }
            List<Change> net = NetChanges.of(sets.stream().flatMap(set -> set.changes().stream()).toList());
            return rebased(Share.of(net, details(false))).thenApply(changes -> {
                Set<Change> all = new LinkedHashSet<>(changes);
                all.addAll(decision);
                return List.copyOf(all);
            });
        });
    }

    private List<Contention> details(boolean ofAuthor) {
        return IntStream.range(0, conflict.details().size()).filter(i -> mine.contains(i) == ofAuthor)
                .mapToObj(conflict.details()::get).toList();
    }

    private CompletableFuture<List<Change>> rebased(List<Change> wanted) {
        List<UUID> unknown = unknown(wanted);
        CompletableFuture<Revival> read = unknown.isEmpty() ? CompletableFuture.completedFuture(null)
                : session.read((store, monitor) -> Revival.read(store, session.projectId(), unknown, monitor));
        return read.thenCompose(revival -> {
            Rebase rebase = new Rebase(this::present, past::get);
            if (revival != null) {
                learn(revival, unknown);
                rebase.revive(revival.states());
                rebase.add(revival.reconnections());
            }
            details(true).stream().filter(detail -> detail.kind() == Contention.Kind.CYCLE)
                    .forEach(detail -> detail.their().reversed().forEach(c -> rebase.add(List.of(c.inverse()))));
            rebase.add(wanted);
            return new Deletions(session).of(deleted(wanted)).thenApply(deletions -> {
                List<Change> changes = new ArrayList<>(rebase.changes());
                changes.addAll(deletions);
                return changes;
            });
        });
    }

    /** What is needed and not in memory: deleted, or a record that nobody has opened. */
    private List<UUID> unknown(List<Change> wanted) {
        Set<UUID> ids = new LinkedHashSet<>(Rebase.needed(wanted));
        wanted.stream().filter(c -> c instanceof Change.Create || c instanceof Change.Restore).map(Change::object)
                .forEach(ids::add);
        return ids.stream().filter(id -> session.state(id) == null).toList();
    }

    private void learn(Revival revival, List<UUID> asked) {
        for (UUID id : asked) {
            ObjectHistory history = revival.history(id);
            if (history != null && history.last() != null) {
                (history.isLiving() ? stored : past).put(id, history.last());
            }
        }
    }

    private ObjectState present(UUID id) {
        ObjectState state = session.state(id);
        return state == null ? stored.get(id) : state;
    }

    private static List<ObjectState> deleted(List<Change> wanted) {
        return wanted.stream().filter(Change.Delete.class::isInstance).map(change -> ((Change.Delete) change).last())
                .toList();
    }
}
