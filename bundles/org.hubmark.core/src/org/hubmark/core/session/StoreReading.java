package org.hubmark.core.session;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;

/** Something to be read from the store of a session; may block. */
@FunctionalInterface
public interface StoreReading<T> {

    /** Never on the model thread. */
    T read(AnnotationStore store, IProgressMonitor monitor) throws StoreException;
}
