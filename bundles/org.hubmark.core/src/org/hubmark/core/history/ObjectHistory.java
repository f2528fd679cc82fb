package org.hubmark.core.history;

import java.util.List;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.ObjectTable;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.UncheckedStoreException;

/** All that ever happened to one object, from the log. Immutable; safe on any thread. */
public final class ObjectHistory {

    private final UUID object;
    private final List<Revision> revisions;

    private ObjectHistory(UUID object, List<Revision> revisions) {
        this.object = object;
        this.revisions = revisions;
    }

    /** Blocks. Cost: the number of revisions that changed the object. Empty if the store never heard of it. */
    public static ObjectHistory read(AnnotationStore store, UUID object, IProgressMonitor monitor)
            throws StoreException {
        try {
            return new ObjectHistory(object, store.history(object, monitor).toList());
        } catch (UncheckedStoreException e) {
            throw e.getCause();
        }
    }

    /** The revisions that changed the object, oldest first, each with only its changes to it. */
    public List<Revision> revisions() {
        return revisions;
    }

    /** The object as it was at a revision; null if it was not there. */
    public ObjectState at(long revision) {
        ObjectTable table = new ObjectTable();
        revisions.stream().filter(r -> r.number() <= revision).forEach(r -> table.applyAll(r.changes()));
        return table.get(object);
    }

    /** The object as it is, or as it was when it was deleted; null if it never was. */
    public ObjectState last() {
        ObjectState now = at(Long.MAX_VALUE);
        return now != null ? now
                : revisions.reversed().stream().flatMap(r -> r.changes().reversed().stream())
                        .filter(Change.Delete.class::isInstance).map(change -> ((Change.Delete) change).last())
                        .findFirst().orElse(null);
    }

    /** Whether it is there now. */
    public boolean isLiving() {
        return at(Long.MAX_VALUE) != null;
    }
}
