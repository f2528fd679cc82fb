package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.ServerSetup;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test a database of its own, set up for Hubmark, on a server of PostgreSQL that all tests of this process
 * share and that ends with them. Where the programs of PostgreSQL are not installed, the tests are skipped and say so.
 */
final class PostgresServer implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    static final Member ADMINISTRATOR = new Member("ada", "阿达", Role.ADMINISTRATOR);
    static final String PASSWORD = "analytical engine";

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(PostgresServer.class);
    private static final String TEMPLATE = "hubmark_template";

    /** The server of this process. {@code certificate}: null if there is no program to make one. */
    private record Shared(PostgresProcess process, Path certificate) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            process.close();
        }
    }

    private Shared shared;
    private String database;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        for (String program : List.of("initdb", "postgres", "pg_ctl")) {
            Assumptions.assumeTrue(PostgresPrograms.find(program).isPresent(),
                    "PostgreSQL is not installed here (no " + program + "): its tests are skipped");
        }
        shared = context.getRoot().getStore(SPACE).computeIfAbsent(Shared.class, s -> start(), Shared.class);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        database = "test_" + context.getUniqueId().hashCode() + "_" + System.nanoTime();
        database = database.replace("-", "m");
        asSuperuser("postgres", "create database " + database + " template " + TEMPLATE + " owner hubmark_owner",
                "revoke all on database " + database + " from public",
                "grant connect on database " + database + " to ada",
                "alter database " + database + " set search_path = hubmark");
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        shared.process().log(line -> { });
        asSuperuser("postgres", "drop database " + database + " with (force)");
        try (Connection connection = connect("postgres", PostgresProcess.SUPERUSER, PostgresProcess.PASSWORD);
                Statement statement = connection.createStatement()) {
            List<String> roles = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("""
                    select quote_ident(rolname) from pg_roles
                    where rolname !~ '^(pg_|hubmark_)' and rolname not in ('postgres', 'ada')""")) {
                while (row.next()) {
                    roles.add(row.getString(1));
                }
            }
            for (String role : roles) {
                statement.execute("drop role " + role);
            }
        }
    }

    private static Shared start() {
        try {
            PostgresProcess process = PostgresProcess.make();
            try {
                return start(process);
            } catch (IOException | StoreException e) {
                process.close();
                throw e;
            }
        } catch (IOException | StoreException e) {
            throw new IllegalStateException("the server does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Shared start(PostgresProcess process) throws IOException, InterruptedException, StoreException {
        Path certificate = PostgresPrograms.find("openssl").isPresent() ? process.certify() : null;
        process.start("ssl=" + (certificate == null ? "off" : "on"));
        new PostgresSetup(Schema.POSTGRESQL, PostgresTls.NONE).setUp(request(process.address(TEMPLATE)),
                new NullProgressMonitor());
        return new Shared(process, certificate);
    }

    /** What sets up a database on a server as its superuser. */
    static ServerSetup.Request request(ServerAddress address) {
        return new ServerSetup.Request(new StoreLocation.Server(address, null, PostgresProcess.SUPERUSER,
                PostgresProcess.PASSWORD.toCharArray()), ADMINISTRATOR, PASSWORD.toCharArray(), null);
    }

    ServerSetup.Request request() {
        return request(address());
    }

    /** The address of another database of the server. */
    ServerAddress another(String name) {
        return shared.process().address(name);
    }

    void drop(ServerAddress address) throws SQLException {
        asSuperuser("postgres", "drop database if exists \"" + address.database() + "\" with (force)");
    }

    /** The address of the database of this test. */
    ServerAddress address() {
        return shared.process().address(database);
    }

    /** What the server logs of the database of this test, from the next connection on: every statement. */
    BlockingQueue<String> statements() throws SQLException {
        BlockingQueue<String> log = new LinkedBlockingQueue<>();
        asSuperuser(List.of("alter database " + database + " set log_statement = 'all'"));
        shared.process().log(log::add);
        return log;
    }

    /** The certificate of the server, if it has one. */
    Optional<Path> certificate() {
        return Optional.ofNullable(shared.certificate());
    }

    /** A store on the database of this test. */
    AnnotationStore store(String account, String password) throws StoreException {
        return store(address(), account, password, PostgresTls.NONE);
    }

    static AnnotationStore store(ServerAddress address, String account, String password, PostgresTls tls)
            throws StoreException {
        StoreLocation.Server location = new StoreLocation.Server(address, null, account, password.toCharArray());
        return new SqlStore(new RemotePostgres(Schema.POSTGRESQL, PostgresSource.of(location, tls)).open(),
                address.toString());
    }

    /** A plain connection to the database of this test. */
    Connection connect(String account, String password) throws SQLException {
        return connect(database, account, password);
    }

    private Connection connect(String to, String account, String password) throws SQLException {
        return new PostgresSource(shared.process().address(to), PostgresTls.NONE, account, password.toCharArray())
                .connect();
    }

    /** Runs statements in the database of this test as the superuser. */
    void asSuperuser(List<String> statements) throws SQLException {
        asSuperuser(database, statements.toArray(String[]::new));
    }

    private void asSuperuser(String where, String... statements) throws SQLException {
        try (Connection connection = connect(where, PostgresProcess.SUPERUSER, PostgresProcess.PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /**
     * What a commit waits for from now on, in sessions that are at rest or begin: {@code synchronous_standby_names}. It is for
     * all tests, so to be taken back.
     */
    void standbys(String names) throws SQLException {
        asSuperuser("postgres", "alter system set synchronous_standby_names = '" + names + "'", "select pg_reload_conf()");
        for (String heard = null; !names.equals(heard);) {
            try (Connection connection = connect("postgres", PostgresProcess.SUPERUSER, PostgresProcess.PASSWORD);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("show synchronous_standby_names")) {
                row.next();
                heard = row.getString(1);
            }
        }
    }

    /** Waits until so many sessions wait for a lock in the database of this test. */
    void awaitWaiting(int sessions) throws SQLException {
        try (Connection own = connect(PostgresProcess.SUPERUSER, PostgresProcess.PASSWORD);
                PreparedStatement query = own.prepareStatement("select count(*) from pg_stat_activity "
                        + "where datname = current_database() and wait_event_type = 'Lock'")) {
            for (int waiting = -1; waiting != sessions;) {
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    waiting = row.getInt(1);
                }
            }
        }
    }
}
