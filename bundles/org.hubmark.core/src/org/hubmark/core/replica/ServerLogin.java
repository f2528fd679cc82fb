package org.hubmark.core.replica;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;

/** Logs in to the database of a project at its server: when the project is opened, and whenever that has to be done again. */
@FunctionalInterface
public interface ServerLogin {

    /**
     * Blocks on the network.
     *
     * @throws StoreException OFFLINE if the server can't be reached, REFUSED if the password is wrong or not known
     */
    AnnotationStore open(IProgressMonitor monitor) throws StoreException;
}
