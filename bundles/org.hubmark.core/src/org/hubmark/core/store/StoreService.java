package org.hubmark.core.store;

import org.eclipse.core.runtime.IProgressMonitor;

/** Opens stores. An OSGi service of the bundle that implements it. */
public interface StoreService {

    /**
     * Opens a database; of an embedded one it brings the schema up to date first, after a backup beside it. Blocks.
     *
     * @throws StoreException wrong password, damaged file, no space, too new a schema …
     */
    AnnotationStore open(StoreLocation location, IProgressMonitor monitor) throws StoreException;
}
