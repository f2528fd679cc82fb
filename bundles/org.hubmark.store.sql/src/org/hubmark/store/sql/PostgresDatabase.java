package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.Presence;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

import com.zaxxer.hikari.HikariDataSource;

/**
 * A database of PostgreSQL. Its functions are written in its own language (see migrations/postgresql); what happens is
 * heard through LISTEN.
 */
final class PostgresDatabase implements Database {

    static final String SCHEMA = "hubmark";
    /** Owns everything; nobody can log in as it. */
    static final String OWNER = "hubmark_owner";
    /** Every member's account has its rights, and those of {@link #QUERY}. */
    static final String MEMBER = "hubmark_member";
    /** May read the documented views. */
    static final String QUERY = "hubmark_query";

    private static final Duration CONNECT = Duration.ofSeconds(15);
    /** A wait is ended now and then: that is when a presence that has expired is noticed, and a connection that is dead. */
    private static final int LONGEST_WAIT_MS = 10_000;
    private static final int ATTEMPTS = 10;
    /** Serialisation failure, deadlock; and an id that another transaction has used in the same moment. */
    private static final Set<String> TRANSIENT = Set.of("40001", "40P01", "23505");
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Runnable closing;
    private final String member;
    private final String account;
    private final DataSource source;
    private final HikariDataSource pool;
    /** Of this object alone, so that it wakes nobody else. */
    private final String wakeChannel = "hubmark_wake_" + UUID.randomUUID();

    /** @param member what the owner of the account is called */
    PostgresDatabase(String member, PostgresSource source, Runnable closing) {
        this.closing = closing;
        this.member = member;
        this.account = source.account();
        this.source = source.dataSource();
        this.pool = MemberPool.open(this.source, CONNECT);
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
        return source.getConnection();
    }

    /** The role is left when the connection goes back into the pool, which ends its transaction. */
    @Override
    public Connection connectForQueries() throws SQLException {
        Connection connection = pool.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            execute(connection, "set local role " + QUERY);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public int snapshotIsolation() {
        return Connection.TRANSACTION_REPEATABLE_READ;
    }

    /** On engines that give up transactions for others, again: the door makes of it what is right then. */
    @Override
    public List<String> commit(Connection connection, List<Payload> payloads) throws SQLException {
        for (int attempt = 1;; attempt++) {
            try {
                return commitOnce(connection, payloads);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !TRANSIENT.contains(e.getSQLState())) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(5L << attempt)));
            }
        }
    }

    /** Only what creates can be made together with what others create; alone if that takes them too long. */
    private static List<String> commitOnce(Connection connection, List<Payload> payloads) throws SQLException {
        Payload first = payloads.getFirst();
        try {
            if (Payload.onlyCreate(payloads)) {
                return payloads.size() == 1
                        ? List.of(Statements.call(connection, "call send_change_set(?, ?, ?, null)", first.project(),
                                first.changeSet(), first.text()))
                        : Statements.callForTexts(connection, "call send_change_sets(?, ?, ?, null)", first.project(),
                                payloads.stream().map(Payload::changeSet).toList(), texts(payloads));
            }
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
        }
        return payloads.size() == 1 ? List.of(Statements.call(connection, "select commit_change_set(?)", first.text()))
                : Statements.callForTexts(connection, "select commit_change_sets(?)", (Object) texts(payloads));
    }

    private static String[] texts(List<Payload> payloads) {
        return payloads.stream().map(Payload::text).toArray(String[]::new);
    }

    @Override
    public String keep(Connection connection, EditionText text) throws SQLException {
        return Statements.call(connection, "select keep_text(?, ?, ?, ?)", text.textSha256(), text.text(), text.fileSha256(),
                text.original());
    }

    @Override
    public News waitForNews(Connection connection, UUID project, News known) throws SQLException {
        execute(connection, "listen \"hubmark_" + project + "\"; listen \"" + wakeChannel + "\"");
        PGConnection heard = connection.unwrap(PGConnection.class);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MS);
        boolean woken = false;
        News news = news(connection, project, known);
        while (news.equals(known) && !woken) {
            int left = (int) TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            woken = left <= 0 || isWoken(heard.getNotifications(left));
            news = news(connection, project, known);
        }
        return news;
    }

    private boolean isWoken(PGNotification[] notifications) {
        for (PGNotification notification : notifications) {
            if (notification.getName().equals(wakeChannel)) {
                return true;
            }
        }
        return false;
    }

    /** A notification only says that it is time to look: anybody may send one. */
    private static News news(Connection connection, UUID project, News known) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select revision, presence from project_news(?)")) {
            query.setObject(1, project);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new News(Math.max(row.getLong(1), known.revision()), row.getLong(2));
            }
        }
    }

    @Override
    public List<Presence> present(Connection connection, UUID project) throws SQLException {
        return PresenceCodec.read(Statements.call(connection, "select present_members(?)", project));
    }

    @Override
    public void announce(Connection connection, UUID project, UUID client, Presence.Place place) throws SQLException {
        Statements.call(connection, "select announce_presence(?, ?, ?, ?, ?)", project, client, place != null,
                place == null ? null : place.object(), place == null ? null : place.detail());
    }

    @Override
    public String replay(Connection connection, String payload) throws SQLException {
        return Statements.call(connection, "select replay_revisions(?)", payload);
    }

    @Override
    public String administer(Connection connection, String request) throws SQLException {
        return Statements.call(connection, "select administer_members(?)", request);
    }

    @Override
    public String secret(char[] password) throws RefusedException {
        return Passwords.verifier(password);
    }

    @Override
    public void wakeWaiting(Connection connection) throws SQLException {
        execute(connection, "notify \"" + wakeChannel + "\"");
    }

    @Override
    public void close() {
        pool.close();
        closing.run();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
