package org.hubmark.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.h2.tools.Server;

/** A plain database, and what plain JDBC does that writes the rows of a small change set: the baseline. */
record RawPlace(String url, String user, String password, String number) {

    private static final String[] TABLES = {
            "create table project (id uuid primary key, name varchar(1000), revision bigint)",
            """
            create table object (id uuid primary key, project uuid, type varchar(100), is_record boolean, container uuid,
                feature varchar(100), order_key varchar(1000), deleted boolean, created_revision bigint,
                changed_revision bigint, placed_revision bigint)""",
            "create index object_by_type on object (project, is_record, type)",
            "create index object_by_container on object (container)",
            """
            create table feature_value (object uuid, feature varchar(100), item varchar(80), revision bigint, text varchar,
                number %s, flag boolean, ref uuid, primary key (object, feature, item))""",
            "create index feature_value_by_ref on feature_value (ref)",
            """
            create table revision (project uuid, number bigint, change_set uuid unique, client uuid, author varchar(200),
                committed_at timestamp with time zone, label varchar, undoes uuid, steps integer,
                primary key (project, number))""",
            """
            create table change_log (project uuid, revision bigint, position integer, kind varchar(10), object uuid,
                feature varchar(100), old_value varchar, new_value varchar, primary key (project, revision, position))""",
            "create index change_log_by_object on change_log (object, revision)"};

    static RawPlace h2(int port) {
        return new RawPlace("jdbc:h2:tcp://localhost:" + port + "/raw;WRITE_DELAY=0;REUSE_SPACE=FALSE", "sa", "", "decfloat(100)");
    }

    static RawPlace postgres(int port) throws SQLException {
        RawPlace maintenance = new RawPlace("jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=require", "postgres",
                "secret", "numeric");
        try (Connection connection = maintenance.connect(); Statement statement = connection.createStatement()) {
            statement.execute("create database raw");
        }
        return new RawPlace(maintenance.url.replace("/postgres?", "/raw?"), "postgres", "secret", "numeric");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    void makeTables() throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table.formatted(number));
            }
            statement.execute("insert into project values ('" + new UUID(0, 1) + "', 'raw', 0)");
        }
    }

    /** One client. */
    static final class Client implements AutoCloseable {
        private static final UUID PROJECT = new UUID(0, 1);
        private final Connection connection;
        private final PreparedStatement lock;
        private final PreparedStatement object;
        private final PreparedStatement value;
        private final PreparedStatement log;
        private final PreparedStatement revision;
        private final PreparedStatement project;

        Client(RawPlace place) throws SQLException {
            connection = place.connect();
            connection.setAutoCommit(false);
            lock = connection.prepareStatement("select revision from project where id = ? for update");
            object = connection.prepareStatement("insert into object values (?, ?, 'Hub', false, ?, 'elements', 'V', false, ?, ?, ?)");
            value = connection.prepareStatement("insert into feature_value values (?, ?, '', ?, ?, null, null, null)");
            log = connection.prepareStatement("insert into change_log values (?, ?, 0, 'create', ?, null, null, ?)");
            revision = connection.prepareStatement("insert into revision values (?, ?, ?, ?, 'Grace', ?, ?, null, 1)");
            project = connection.prepareStatement("update project set revision = ? where id = ?");
        }

        /** Writes the rows of one change set, in one transaction. */
        void commit(String label) throws SQLException {
            UUID id = UUID.randomUUID();
            lock.setObject(1, PROJECT);
            long number;
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                number = row.getLong(1) + 1;
            }
            set(object, id, PROJECT, PROJECT, number, number, number).executeUpdate();
            set(value, id, "nameZh", number, "枢纽").addBatch();
            set(value, id, "key", number, "hub.x").addBatch();
            value.executeBatch();
            set(log, PROJECT, number, id, "{\"id\":\"" + id + "\",\"type\":\"Hub\",\"values\":{\"nameZh\":\"枢纽\"}}")
                    .executeUpdate();
            set(revision, PROJECT, number, UUID.randomUUID(), id, OffsetDateTime.now(), label).executeUpdate();
            set(project, number, PROJECT).executeUpdate();
            connection.commit();
        }

        private static PreparedStatement set(PreparedStatement statement, Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** A plain TCP server of H2, without TLS. */
    static final class Serving {
        private Serving() {
        }

        public static void main(String[] arguments) throws Exception {
            Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", arguments[0]).start();
            System.out.println(server.getPort());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
            server.stop();
        }
    }
}
