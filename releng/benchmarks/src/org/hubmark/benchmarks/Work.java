package org.hubmark.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.store.sql.SqlStoreService;

/** A project at a server, and small change sets for it: each a new hub with a name. */
record Work(StoreLocation.Server place, UUID project) {

    AnnotationStore open() throws StoreException {
        return new SqlStoreService().open(place, new NullProgressMonitor());
    }

    UUID model() {
        return new UUID(project.getMostSignificantBits(), project.getLeastSignificantBits() + 1);
    }

    void makeProject() throws StoreException {
        ObjectState root = new ObjectState(project, "Project", null, Map.of("name", Value.of("Benchmark")), Map.of());
        ObjectState hubs = new ObjectState(model(), "HubModel", new Placement(project, "hubModel", "V"), Map.of(), Map.of());
        try (AnnotationStore store = open()) {
            commit(store, new ChangeSet(Ids.next(), project, Ids.next(), 0, "start", null,
                    List.of(new Change.Create(root), new Change.Create(hubs))));
        }
    }

    void commit(AnnotationStore store, UUID client, String label) throws StoreException {
        commit(store, new ChangeSet(Ids.next(), project, client, 1, label, null,
                List.of(new Change.Create(hub(Ids.next())))));
    }

    /** Commits so many change sets together. */
    void commit(AnnotationStore store, UUID client, String label, int several) throws StoreException {
        List<ChangeSet> changes = Stream.generate(() -> new ChangeSet(Ids.next(), project, client, 1, label, null,
                List.<Change>of(new Change.Create(hub(Ids.next()))))).limit(several).toList();
        List<CommitResult> results = store.commitAll(changes, new NullProgressMonitor());
        if (results.size() < several || !(results.getLast() instanceof CommitResult.Accepted)) {
            throw new IllegalStateException(String.valueOf(results));
        }
    }

    ObjectState hub(UUID id) {
        return new ObjectState(id, "Hub", new Placement(model(), "elements", "V"),
                Map.of("nameZh", Value.of("枢纽"), "key", Value.of("hub.x")), Map.of());
    }

    /** @return the number of the revision it has become */
    long commit(AnnotationStore store, ChangeSet changes) throws StoreException {
        CommitResult result = store.commit(changes, new NullProgressMonitor());
        if (result instanceof CommitResult.Accepted(long revision)) {
            return revision;
        }
        throw new IllegalStateException(String.valueOf(result));
    }
}
