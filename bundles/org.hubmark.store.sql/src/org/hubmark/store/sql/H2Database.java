package org.hubmark.store.sql;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.hubmark.core.store.EditionText;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** A database of H2, in this process or behind a socket. */
final class H2Database implements Database {

    /** H2's own level, between REPEATABLE READ and SERIALIZABLE: all tables as they were at the first statement. */
    private static final int SNAPSHOT = 6;
    private static final int POOL_SIZE = 6;
    /** Of a payload; H2 takes 1,048,576 characters as one text. */
    private static final int PIECE = 500_000;

    /** Whatever has to be done when the last connection is given up. */
    interface Closing {
        void close() throws SQLException;
    }

    private final String member;
    private final DataSource accounts;
    private final DataSource queries;
    private final HikariDataSource pool;
    private final Closing closing;

    /** @param account where connections of the member come from, {@code queries} those that may only read views */
    H2Database(String member, DataSource account, DataSource queries, Closing closing) {
        this.member = member;
        this.accounts = account;
        this.queries = queries;
        this.closing = closing;
        HikariConfig config = new HikariConfig();
        config.setPoolName("hubmark");
        config.setDataSource(account);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        this.pool = new HikariDataSource(config);
    }

    @Override
    public String member() {
        return member;
    }

    @Override
    public Connection connect() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public Connection connectApart() throws SQLException {
        return accounts.getConnection();
    }

    @Override
    public Connection connectForQueries() throws SQLException {
        return queries.getConnection();
    }

    @Override
    public int snapshotIsolation() {
        return SNAPSHOT;
    }

    @Override
    public String commit(Connection connection, String payload) throws SQLException {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < payload.length(); from += PIECE) {
            pieces.add(payload.substring(from, Math.min(from + PIECE, payload.length())));
        }
        try (PreparedStatement call = connection.prepareStatement("call commit_change_set(?)")) {
            call.setObject(1, pieces.toArray(String[]::new));
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Override
    public String keep(Connection connection, EditionText text) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement("call keep_text(?, ?, ?, ?)")) {
            call.setString(1, text.textSha256());
            call.setCharacterStream(2, new StringReader(text.text()));
            call.setString(3, text.fileSha256());
            call.setBinaryStream(4, new ByteArrayInputStream(text.original()));
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Override
    public long waitForRevision(Connection connection, UUID project, long known) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement("call wait_for_revision(?, ?)")) {
            call.setObject(1, project);
            call.setLong(2, known);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public void wakeWaiting(Connection connection) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement("call wake_waiting()")) {
            call.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        closing.close();
    }
}
