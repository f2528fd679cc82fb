package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

import org.h2.api.ErrorCode;
import org.hubmark.core.store.EditionText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door of one database: everything that is ever written goes through here, on a privileged connection that no
 * client can reach. It runs in the process that has the file open. Whoever waits for its turn meanwhile is served
 * together with the others that wait, in one SQL transaction with one revision each. Safe for use by several threads.
 */
final class Door implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    /** Group commit saves the cost of a commit; a larger group only makes the first ones wait. */
    private static final int LARGEST_GROUP = 32;

    private static final class Request {
        private final String account;
        private final String payload;
        private String answer;
        private Exception failure;

        private Request(String account, String payload) {
            this.account = account;
            this.payload = payload;
        }

        private String result() throws SQLException {
            if (failure != null) {
                throw Failures.forWire(failure);
            }
            return answer;
        }

        private boolean done() {
            return answer != null || failure != null;
        }
    }

    private final DataSource owner;
    private final ProjectNews news;
    private final ReentrantLock turn = new ReentrantLock();
    private final Deque<Request> waiting = new ArrayDeque<>();
    private Statements statements;
    private boolean closed;

    /** Opens the privileged connection at once and holds it: it keeps the database open, and WRITE_DELAY at 0. */
    Door(DataSource owner, ProjectNews news) throws SQLException {
        this.owner = owner;
        this.news = news;
        this.statements = connect();
    }

    ProjectNews news() {
        return news;
    }

    /** Commits a change set for the member with this account; the answer is one of {@link Answers}. */
    String commit(String account, String payload) throws SQLException {
        Request request = new Request(account, payload);
        synchronized (waiting) {
            waiting.add(request);
        }
        turn.lock();
        try {
            while (!request.done()) {
                serve(next());
            }
        } finally {
            turn.unlock();
        }
        return request.result();
    }

    /** Keeps a text for the member with this account. Returns null, or why not. */
    String keep(String account, EditionText text) throws SQLException {
        return alone(privileged -> new TextKeeper(privileged).keep(account, text));
    }

    /** Takes over revisions for the member with this account. Returns null, or why not. */
    String replay(String account, String payload) throws SQLException {
        return alone(privileged -> {
            LogReplay.Outcome outcome = new LogReplay(privileged).run(account, payload);
            if (outcome.revision() > 0) {
                news.committed(outcome.project(), outcome.revision());
            }
            return outcome.refused();
        });
    }

    /** Changes accounts for the member with this account. Returns null, or why not. */
    String administer(String account, String request) throws SQLException {
        return alone(privileged -> new H2Accounts(privileged).run(account, request));
    }

    /** Something to do with the privileged connection, in a transaction of its own. */
    private interface Work {
        String with(Statements privileged) throws SQLException;
    }

    private String alone(Work work) throws SQLException {
        turn.lock();
        try {
            try {
                return once(work);
            } catch (SQLTimeoutException e) {
                sendAwayBlockers(e);
                return once(work);
            }
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            throw Failures.forWire(e);
        } finally {
            turn.unlock();
        }
    }

    private String once(Work work) throws SQLException {
        String refused = work.with(statements());
        if (refused == null) {
            statements.connection().commit();
        } else {
            statements.connection().rollback();
        }
        return refused;
    }

    private List<Request> next() {
        List<Request> group = new ArrayList<>();
        synchronized (waiting) {
            while (group.size() < LARGEST_GROUP && !waiting.isEmpty()) {
                group.add(waiting.remove());
            }
        }
        return group;
    }

    private void serve(List<Request> group) {
        try {
            try {
                together(group);
            } catch (SQLTimeoutException e) {
                sendAwayBlockers(e);
                together(group);
            }
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            if (group.size() == 1) {
                group.getFirst().failure = e;
            } else {
                group.forEach(request -> serve(List.of(request)));
            }
        }
    }

    private void sendAwayBlockers(SQLTimeoutException e) throws SQLException {
        statements.connection().rollback();
        LOG.warn("{} held what the door needs, and were sent away", Blockers.sendAway(statements), e);
    }

    private void together(List<Request> group) throws SQLException {
        ChangeSetCommit commit = new ChangeSetCommit(statements());
        List<ChangeSetCommit.Outcome> outcomes = new ArrayList<>();
        for (Request request : group) {
            outcomes.add(commit.run(request.account, request.payload));
        }
        statements.connection().commit();
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer = outcomes.get(i).answer();
            if (outcomes.get(i).revision() > 0) {
                news.committed(outcomes.get(i).project(), outcomes.get(i).revision());
            }
        }
    }

    /** A door that is closed must not open the file again for those who still wait at it. */
    private Statements statements() throws SQLException {
        if (closed) {
            throw new SQLException("the database is being closed", null, ErrorCode.DATABASE_IS_CLOSED);
        }
        if (statements.connection().isClosed()) {
            statements = connect();
        }
        return statements;
    }

    private Statements connect() throws SQLException {
        Connection connection = owner.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return new Statements(connection);
    }

    /** A connection that cannot even roll back is given up; the next change set gets a new one. */
    private void rollback(Exception cause) {
        try {
            statements.connection().rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
            abandon(cause);
        }
    }

    private void abandon(Exception cause) {
        try {
            statements.connection().close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * Closes the privileged connection, after the change sets that are under way. If the file is open in this process, it
     * is closed for everybody: otherwise H2 would keep it open here for as long as others are joined, without a door. They
     * reconnect, and one takes over.
     */
    @Override
    public void close() throws SQLException {
        turn.lock();
        try (Connection connection = statements().connection(); Statement statement = connection.createStatement()) {
            news.wake();
            if (isHost(statement)) {
                statement.execute("shutdown");
            }
        } finally {
            closed = true;
            turn.unlock();
        }
    }

    private static boolean isHost(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("call host()")) {
            return row.next() && Doors.PROCESS.equals(row.getObject(1, UUID.class));
        }
    }
}
