package org.hubmark.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.h2.jdbcx.JdbcDataSource;
import org.hubmark.core.server.RunningServer;
import org.hubmark.core.server.ServerSettings;
import org.hubmark.core.server.ServerStatus;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.ServerAddress.Endpoint;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;

/** A team server in this process, on a free port of loopback. */
record TestServer(Path base, RunningServer running) implements AutoCloseable {

    static final String ADMINISTRATOR = "grace";
    static final String PASSWORD = "correct horse";
    static final int MOST = 60;

    private static final NullProgressMonitor NONE = new NullProgressMonitor();

    static TestServer start(Path base) throws StoreException {
        return start(base, 0);
    }

    static TestServer start(Path base, int port) throws StoreException {
        return new TestServer(base, new SqlTeamServers().start(
                new ServerSettings(base, null, port, MOST, Duration.ZERO, 1), NONE));
    }

    void create(String database) throws StoreException {
        new SqlTeamServers().create(base, database, new Member(ADMINISTRATOR, "Grace", Role.ADMINISTRATOR),
                PASSWORD.toCharArray(), NONE);
    }

    ServerStatus status() throws StoreException {
        return running.status();
    }

    ServerAddress address(String database) throws StoreException {
        return new ServerAddress(ServerAddress.Kind.HUBMARK, List.of(new Endpoint("localhost", status().port())),
                database);
    }

    StoreLocation.Server location(String database, String account, String password) throws StoreException {
        return new StoreLocation.Server(address(database), status().fingerprint(), account, password.toCharArray());
    }

    AnnotationStore open(String database) throws StoreException {
        return login(database, ADMINISTRATOR, PASSWORD);
    }

    AnnotationStore login(String database, String account, String password) throws StoreException {
        return new SqlStoreService().open(location(database, account, password), NONE);
    }

    /** What a plain SQL client does that trusts the server, with more settings in its URL. */
    Connection connect(String database, String account, String password, String settings)
            throws SQLException, StoreException {
        TeamTls.install().pin(address(database).endpoints().getFirst(), status().fingerprint());
        JdbcDataSource source = DatabaseFile.source("jdbc:h2:ssl://localhost:" + status().port() + "/" + database
                + settings, account, password);
        return source.getConnection();
    }

    @Override
    public void close() {
        running.close();
    }
}
