package org.hubmark.store.sql;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.h2.util.JdbcUtils;
import org.h2.util.Utils;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.core.store.StoreService;

/** Stores on JDBC databases: for now files of H2. Safe for use by several threads. */
public final class SqlStoreService implements StoreService {

    /** H2 loads the functions of a database by name; in OSGi its own class loader does not see ours. */
    private static final class Functions implements Utils.ClassFactory {
        @Override
        public boolean match(String name) {
            return name.equals(H2Functions.class.getName());
        }

        @Override
        public Class<?> loadClass(String name) {
            return H2Functions.class;
        }
    }

    private final Functions functions;

    public SqlStoreService() {
        Loopback.require();
        functions = new Functions();
    }

    /** Called when the component starts; not needed outside OSGi, where H2 finds our class by itself. */
    void activate() {
        JdbcUtils.addClassFactory(functions);
    }

    void deactivate() {
        JdbcUtils.removeClassFactory(functions);
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
            case HUBMARK -> throw new StoreException(StoreException.Kind.OTHER,
                    Messages.of(SqlStoreService.class).get("error.server", location.address()));
            case POSTGRESQL ->
                new RemotePostgres(Schema.POSTGRESQL, PostgresSource.of(location, PostgresTls.PROCESS)).open();
        };
    }

    @Override
    public String fingerprint(ServerAddress address, IProgressMonitor monitor) throws StoreException {
        throw new StoreException(StoreException.Kind.OTHER,
                Messages.of(SqlStoreService.class).get("error.server", address));
    }
}
