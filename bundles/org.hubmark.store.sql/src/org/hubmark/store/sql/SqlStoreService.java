package org.hubmark.store.sql;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.core.store.StoreService;

/** Stores on JDBC databases: files of H2, and servers. Safe for use by several threads. */
public final class SqlStoreService implements StoreService {

    private final H2Classes classes;

    public SqlStoreService() {
        Loopback.require();
        classes = new H2Classes();
    }

    /** Called when the component starts; not needed outside OSGi, where H2 finds our class by itself. */
    void activate() {
        classes.add();
    }

    void deactivate() {
        classes.remove();
    }

    @Override
    public AnnotationStore open(StoreLocation location, IProgressMonitor monitor) throws StoreException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        return switch (location) {
            case StoreLocation.Embedded(var file, boolean create) ->
                new SqlStore(new EmbeddedH2(Schema.H2).open(file, create), file.toString());
            case StoreLocation.Server server -> new SqlStore(open(server), server.address().toString());
        };
    }

    private static Database open(StoreLocation.Server location) throws StoreException {
        return switch (location.address().kind()) {
            case HUBMARK -> new RemoteH2(Schema.H2, location).open();
            case POSTGRESQL -> RemotePostgres.open(Schema.POSTGRESQL, location);
        };
    }

    @Override
    public String fingerprint(ServerAddress address, IProgressMonitor monitor) throws StoreException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        return new ServerProbe(address).fingerprint();
    }
}
