package org.hubmark.core.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.history.ObjectHistory;
import org.hubmark.core.history.ObjectNames;
import org.hubmark.core.store.StoreException;

/**
 * Finds out about objects wherever they are: in memory, or, if they are deleted or records that no one has opened, in
 * the log. Model thread.
 */
final class ObjectLookup {

    private final SessionCore core;

    ObjectLookup(SessionCore core) {
        this.core = core;
    }

    /** What the session holds in memory; null for all else. */
    ObjectState here(UUID id) {
        return core.local().state(id);
    }

    /**
     * The last known states of objects and of all that their names are made of. What was never heard of is left out.
     * Cost: one query for each object that is not in memory.
     *
     * @param told states that are known already, for example from a revision
     */
    CompletableFuture<Map<UUID, ObjectState>> find(Collection<UUID> ids, Map<UUID, ObjectState> told) {
        return find(ids, told, new HashMap<>(), new HashSet<>());
    }

    private CompletableFuture<Map<UUID, ObjectState>> find(Collection<UUID> ids, Map<UUID, ObjectState> told,
            Map<UUID, ObjectState> known, Set<UUID> unknown) {
        Set<UUID> missing = new LinkedHashSet<>();
        Set<UUID> next = new LinkedHashSet<>(ids);
        while (!next.isEmpty()) {
            UUID id = next.iterator().next();
            next.remove(id);
            if (known.containsKey(id) || unknown.contains(id)) {
                continue;
            }
            ObjectState state = here(id) == null ? told.get(id) : here(id);
            if (state == null) {
                missing.add(id);
            } else {
                known.put(id, state);
                next.addAll(ObjectNames.needs(state));
            }
        }
        if (missing.isEmpty()) {
            return CompletableFuture.completedFuture(known);
        }
        return core.reads().ask(monitor -> read(missing, monitor)).thenCompose(read -> {
            Set<UUID> needed = new LinkedHashSet<>(missing);
            missing.stream().filter(id -> !read.containsKey(id)).forEach(unknown::add);
            return find(needed, read, known, unknown);
        });
    }

    private Map<UUID, ObjectState> read(Set<UUID> ids, IProgressMonitor monitor) throws StoreException {
        Map<UUID, ObjectState> states = new LinkedHashMap<>();
        for (UUID id : ids) {
            ObjectState last = ObjectHistory.read(core.store(), id, monitor).last();
            if (last != null) {
                states.put(id, last);
            }
        }
        return states;
    }
}
