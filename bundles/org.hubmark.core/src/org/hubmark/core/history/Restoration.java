package org.hubmark.core.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Differences;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.UncheckedStoreException;

/**
 * What puts an object back to what it was at a revision.
 *
 * @param then the object as it was; null if it was not there at that revision
 * @param back what has to come back for that, containers first: what holds the object; if it is deleted, itself and what
 *            it contained
 * @param reconnections the references to these that went with them
 * @param edits what else has to be changed of the object, if it is still there
 */
public record Restoration(ObjectState then, List<ObjectState> back, List<Change> reconnections, List<Change> edits) {

    /** Reads the log. Blocks; no display thread. Cost: a query for each object that comes back. */
    public static Restoration read(AnnotationStore store, UUID project, UUID object, long revision,
            IProgressMonitor monitor) throws StoreException {
        ObjectHistory history = ObjectHistory.read(store, object, monitor);
        ObjectState then = history.at(revision);
        if (then == null) {
            return new Restoration(null, List.of(), List.of(), List.of());
        }
        try {
            return history.isLiving() ? edited(store, project, then, history.last(), monitor)
                    : revived(store, project, then, revision, monitor);
        } catch (UncheckedStoreException e) {
            throw e.getCause();
        }
    }

    private static Restoration edited(AnnotationStore store, UUID project, ObjectState then, ObjectState now,
            IProgressMonitor monitor) throws StoreException {
        List<UUID> holders = then.placement() == null ? List.of() : List.of(then.container());
        Revival revival = Revival.read(store, project, holders, monitor);
        ObjectState possible = revival.connected(then);
        // a value that led to what is deleted by now can't come back; what is there now is better than nothing
        List<Change> edits = Differences.between(now, possible).stream()
                .filter(change -> !(change instanceof Change.Put put)
                        || Objects.equals(then.values().get(put.feature()), possible.values().get(put.feature())))
                .toList();
        return new Restoration(possible, revival.states(), revival.reconnections(), edits);
    }

    private static Restoration revived(AnnotationStore store, UUID project, ObjectState then, long revision,
            IProgressMonitor monitor) throws StoreException {
        Map<UUID, ObjectState> contents = contents(store, project, then, revision, monitor);
        Set<UUID> wanted = new LinkedHashSet<>(Set.of(then.id()));
        wanted.addAll(contents.keySet());
        if (then.placement() != null) {
            wanted.add(then.container());
        }
        Revival revival = Revival.read(store, project, wanted, monitor);
        List<ObjectState> back = new ArrayList<>();
        Set<UUID> inside = new HashSet<>(Set.of(then.id()));
        for (ObjectState last : revival.states()) {
            boolean part = last.placement() != null && inside.contains(last.container()) && inside.add(last.id());
            ObjectState before = part || last.id().equals(then.id()) ? revival.history(last.id()).at(revision) : last;
            if (before != null) {
                back.add(revival.connected(before));
            }
        }
        Set<UUID> returned = new HashSet<>();
        back.forEach(state -> returned.add(state.id()));
        List<Change> reconnections = revival.reconnections().stream()
                .filter(change -> ChangeLines.mentioned(List.of(change), 1).stream()
                        .allMatch(id -> revival.history(id) == null || revival.history(id).isLiving()
                                || returned.contains(id)))
                .toList();
        return new Restoration(revival.connected(then), back, reconnections, List.of());
    }

    /** What an object of the model contained at a revision; records in it are known from its deletion. */
    private static Map<UUID, ObjectState> contents(AnnotationStore store, UUID project, ObjectState then, long revision,
            IProgressMonitor monitor) throws StoreException {
        Map<UUID, ObjectState> inside = new LinkedHashMap<>();
        for (ObjectState state : store.open(project, OptionalLong.of(revision), monitor).objects()) {
            if (state.placement() != null
                    && (state.container().equals(then.id()) || inside.containsKey(state.container()))) {
                inside.put(state.id(), state);
            }
        }
        return inside;
    }
}
