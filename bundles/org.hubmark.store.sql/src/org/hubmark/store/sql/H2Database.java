package org.hubmark.store.sql;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.h2.jdbcx.JdbcDataSource;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.Presence;

import com.zaxxer.hikari.HikariDataSource;

/** A database of H2, in this process or behind a socket. */
final class H2Database implements Database {

    /** H2's own level, between REPEATABLE READ and SERIALIZABLE: all tables as they were at the first statement. */
    private static final int SNAPSHOT = 6;
    /** Of a payload; H2 takes 1,048,576 characters as one text. */
    private static final int PIECE = 500_000;

    /** Whatever has to be done when the last connection is given up. */
    interface Closing {
        void close() throws SQLException;
    }

    /** What somebody is called: by the others, and by the database. */
    record Names(String member, String account) {
    }

    private final String member;
    private final String account;
    private final JdbcDataSource accounts;
    private final QueryAccount queries;
    private final HikariDataSource pool;
    private final Closing closing;

    /**
     * @param source where connections of the member come from
     * @param patience how long to try for a connection
     */
    H2Database(Names names, JdbcDataSource source, Duration patience, Closing closing) {
        this.member = names.member();
        this.account = names.account();
        this.accounts = source;
        this.queries = new QueryAccount(source);
        this.closing = closing;
        this.pool = MemberPool.open(source, patience);
    }

    @Override
    public String member() {
        return member;
    }

    @Override
    public String account() {
        return account;
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
        Connection connection = queries.connect();
        connection.setReadOnly(true);
        return connection;
    }

    @Override
    public int snapshotIsolation() {
        return SNAPSHOT;
    }

    @Override
    public List<String> commit(Connection connection, List<Payload> payloads) throws SQLException {
        if (payloads.size() == 1) {
            return List.of(Statements.call(connection, "call commit_change_set(?)", (Object) pieces(payloads.getFirst().text())));
        }
        return Statements.callForTexts(connection, "call commit_change_sets(?)",
                (Object) payloads.stream().map(Payload::text).toArray(String[]::new));
    }

    @Override
    public String replay(Connection connection, String payload) throws SQLException {
        return Statements.call(connection, "call replay_revisions(?)", (Object) pieces(payload));
    }

    @Override
    public String administer(Connection connection, String request) throws SQLException {
        return Statements.call(connection, "call administer_members(?)", request);
    }

    /** The database needs it as it is, and looks at it itself. */
    @Override
    public String secret(char[] password) {
        return new String(password);
    }

    private static String[] pieces(String payload) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < payload.length(); from += PIECE) {
            pieces.add(payload.substring(from, Math.min(from + PIECE, payload.length())));
        }
        return pieces.toArray(String[]::new);
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
    public News waitForNews(Connection connection, UUID project, News known) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement("call wait_for_news(?, ?, ?)")) {
            Statements.bind(call, project, known.revision(), known.presence());
            try (ResultSet row = call.executeQuery()) {
                row.next();
                Object[] news = (Object[]) row.getArray(1).getArray();
                return new News((Long) news[0], (Long) news[1]);
            }
        }
    }

    @Override
    public List<Presence> present(Connection connection, UUID project) throws SQLException {
        return PresenceCodec.read(Statements.call(connection, "call present_members(?)", project));
    }

    @Override
    public void announce(Connection connection, UUID project, UUID client, Presence.Place place) throws SQLException {
        Statements.call(connection, "call announce_presence(?, ?, ?, ?, ?)", project, client, place != null,
                place == null ? null : place.object(), place == null ? null : place.detail());
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
