package org.hubmark.core.history;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.UncheckedStoreException;

/**
 * The last known states of objects, living or not, for who has no session: as a lookup for {@link ObjectNames} and
 * {@link ChangeLines}. Blocks; one query for each object, once. Not safe for use by several threads.
 */
public final class StoredObjects {

    private final AnnotationStore store;
    private final IProgressMonitor monitor;
    private final Map<UUID, ObjectState> known = new HashMap<>();

    public StoredObjects(AnnotationStore store, IProgressMonitor monitor) {
        this.store = store;
        this.monitor = monitor;
    }

    /**
     * The object as it is, or as it was when it was deleted; null if it never was.
     *
     * @throws UncheckedStoreException if the store can't be read
     */
    public ObjectState last(UUID id) {
        if (!known.containsKey(id)) {
            try {
                known.put(id, ObjectHistory.read(store, id, monitor).last());
            } catch (StoreException e) {
                throw new UncheckedStoreException(e);
            }
        }
        return known.get(id);
    }
}
