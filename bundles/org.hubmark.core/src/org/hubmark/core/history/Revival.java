package org.hubmark.core.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;

/**
 * Finds out what brings deleted objects back: they themselves, what holds them, and what went with them in the same
 * revision (contents, evidence for them, references to them). Reads the log; not on the model thread. Cost: a query for
 * each object that is looked at.
 */
public final class Revival {

    private final AnnotationStore store;
    private final UUID project;
    private final IProgressMonitor monitor;
    private final Map<UUID, ObjectHistory> histories = new HashMap<>();
    private final Map<Long, List<Change>> revisions = new HashMap<>();
    private final Map<UUID, ObjectState> back = new LinkedHashMap<>();
    private final List<Change> reconnections = new ArrayList<>();

    private Revival(AnnotationStore store, UUID project, IProgressMonitor monitor) {
        this.store = store;
        this.project = project;
        this.monitor = monitor;
    }

    /** Reads all that is needed. Objects that are not deleted, or were never there, are no harm. */
    public static Revival read(AnnotationStore store, UUID project, Collection<UUID> objects, IProgressMonitor monitor)
            throws StoreException {
        Revival revival = new Revival(store, project, monitor);
        revival.collect(objects);
        return revival;
    }

    /** What has to be brought back, each as it was when it was deleted, containers before contents. */
    public List<ObjectState> states() {
        Map<UUID, ObjectState> ordered = new LinkedHashMap<>();
        back.keySet().forEach(id -> order(id, ordered));
        return List.copyOf(ordered.values());
    }

    /** The references to these objects that were cleared when they were deleted and are still empty. */
    public List<Change> reconnections() {
        return List.copyOf(reconnections);
    }

    /** What happened to one of the objects that were looked at; null for others. */
    public ObjectHistory history(UUID id) {
        return histories.get(id);
    }

    /**
     * A state without references to what stays deleted. May ask the store.
     *
     * @throws org.hubmark.core.store.UncheckedStoreException if it can't be asked
     */
    public ObjectState connected(ObjectState state) {
        Map<String, Value> values = new TreeMap<>(state.values());
        values.values().removeIf(this::leadsNowhere);
        Map<String, Set<Value>> items = new TreeMap<>();
        state.items().forEach((feature, set) -> {
            Set<Value> left = new LinkedHashSet<>(set);
            left.removeIf(this::leadsNowhere);
            if (!left.isEmpty()) {
                items.put(feature, left);
            }
        });
        return new ObjectState(state.id(), state.type(), state.placement(), values, items);
    }

    private void order(UUID id, Map<UUID, ObjectState> ordered) {
        ObjectState state = back.get(id);
        if (state == null || ordered.containsKey(id)) {
            return;
        }
        if (state.placement() != null) {
            order(state.container(), ordered);
        }
        ordered.put(id, state);
    }

    private void collect(Collection<UUID> objects) throws StoreException {
        Deque<UUID> next = new ArrayDeque<>(objects);
        Set<Long> deletions = new LinkedHashSet<>();
        while (!next.isEmpty()) {
            UUID id = next.poll();
            if (back.containsKey(id) || lives(id) || histories.get(id).last() == null) {
                continue;
            }
            ObjectState last = histories.get(id).last();
            back.put(id, last);
            if (last.placement() != null) {
                next.add(last.container());
            }
            long revision = deletion(id);
            deletions.add(revision);
            for (Change change : changes(revision)) {
                if (change instanceof Change.Delete(ObjectState other) && wentWith(other)) {
                    next.add(other.id());
                }
            }
        }
        back.replaceAll((id, state) -> connected(state));
        for (long revision : deletions) {
            reconnect(changes(revision));
        }
    }

    /** The revision that deleted an object. */
    private long deletion(UUID id) {
        return histories.get(id).revisions().reversed().stream()
                .filter(r -> r.changes().stream().anyMatch(Change.Delete.class::isInstance)).findFirst().orElseThrow()
                .number();
    }

    private List<Change> changes(long revision) throws StoreException {
        List<Change> known = revisions.get(revision);
        if (known == null) {
            try (Cursor<Revision> log = store.since(project, revision - 1, monitor)) {
                known = log.next().changes();
            }
            revisions.put(revision, known);
        }
        return known;
    }

    /** Contents of what comes back, and records elsewhere that are only about it. */
    private boolean wentWith(ObjectState other) throws StoreException {
        if (other.placement() == null) {
            return false;
        }
        if (back.containsKey(other.container())) {
            return true;
        }
        UUID target = other.ref("target");
        return target != null && back.containsKey(target) && lives(other.container());
    }

    private boolean lives(UUID id) throws StoreException {
        if (!histories.containsKey(id)) {
            histories.put(id, ObjectHistory.read(store, id, monitor));
        }
        return histories.get(id).isLiving();
    }

    private boolean leadsNowhere(Value value) {
        try {
            return value instanceof Value.Ref(UUID id) && !back.containsKey(id) && !lives(id);
        } catch (StoreException e) {
            throw new org.hubmark.core.store.UncheckedStoreException(e);
        }
    }

    private void reconnect(List<Change> changes) throws StoreException {
        for (Change change : changes) {
            switch (change) {
                case Change.Put(UUID id, String feature, Value old, Value now) when isBack(old) && now == null ->
                    present(id).filter(state -> !state.values().containsKey(feature))
                            .ifPresent(state -> reconnections.add(new Change.Put(id, feature, null, old)));
                case Change.Remove(UUID id, String feature, Value item) when isBack(item) ->
                    present(id).filter(state -> !state.set(feature).contains(item))
                            .ifPresent(state -> reconnections.add(new Change.Add(id, feature, item)));
                default -> {
                    // no reference was cleared
                }
            }
        }
    }

    private boolean isBack(Value value) {
        return value instanceof Value.Ref(UUID id) && back.containsKey(id);
    }

    private Optional<ObjectState> present(UUID id) throws StoreException {
        if (back.containsKey(id)) {
            return Optional.of(back.get(id));
        }
        return lives(id) ? Optional.of(histories.get(id).last()) : Optional.empty();
    }
}
