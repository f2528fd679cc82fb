package org.hubmark.core.store;

import org.eclipse.core.runtime.IProgressMonitor;

/** Opens stores. An OSGi service of the bundle that implements it. */
public interface StoreService {

    /**
     * Opens a database; of an embedded one it brings the schema up to date first, after a backup beside it. Blocks.
     *
     * @throws StoreException wrong password, wrong certificate, damaged file, no space, too new a schema …
     */
    AnnotationStore open(StoreLocation location, IProgressMonitor monitor) throws StoreException;

    /**
     * What certificate a server shows now, trusted or not: SHA-256, lower-case hexadecimal. Nothing is sent to it. For a
     * user to compare with what the server printed when it was started. Blocks on the network.
     */
    String fingerprint(ServerAddress address, IProgressMonitor monitor) throws StoreException;
}
