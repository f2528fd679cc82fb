package org.hubmark.store.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ChangeSetCodec;
import org.hubmark.core.change.MalformedChangeSetException;
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
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(1);

    private static final class Request {
        private final String account;
        private final ChangeSet changes;
        private final String payload;
        private String answer;
        private Exception failure;

        private Request(String account, ChangeSet changes, String payload) {
            this.account = account;
            this.changes = changes;
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

    private final JournaledDatabase database;
    private final ProjectNews news;
    private final ReentrantLock turn = new ReentrantLock();
    private final Deque<Request> waiting = new ArrayDeque<>();
    private volatile long looked = System.nanoTime() - LOOK_AGAIN;

    /** Opens the privileged connection at once and holds it: it keeps the database open. */
    Door(DataSource owner, Path file, ProjectNews news) throws SQLException {
        this.database = new JournaledDatabase(owner, file);
        this.news = news;
        if (database.isHost()) {
            database.current();
        }
    }

    /**
     * What has happened in the projects. Now and then somebody who only waits looks whether this process has taken over the
     * file from one that has died, so that what had been accepted there is soon seen here.
     */
    ProjectNews news() throws SQLException {
        long now = System.nanoTime();
        if (now - looked > LOOK_AGAIN) {
            looked = now;
            turn.lock();
            try {
                database.current();
            } finally {
                turn.unlock();
            }
        }
        return news;
    }

    /** Commits a change set for the member with this account; the answer is one of {@link Answers}. */
    String commit(String account, String payload) throws SQLException {
        Request request;
        try {
            request = new Request(account, ChangeSetCodec.read(payload), payload);
        } catch (MalformedChangeSetException e) {
            return Answers.refused(new RefusedException(Refusal.MALFORMED, e.getMessage()));
        }
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
        return alone(privileged -> new LogReplay.Outcome(new TextKeeper(privileged).keep(account, text), null, 0));
    }

    /** Takes over revisions for the member with this account. Returns null, or why not. */
    String replay(String account, String payload) throws SQLException {
        return alone(privileged -> new LogReplay(privileged).run(account, payload));
    }

    /** Changes accounts for the member with this account. Returns null, or why not. */
    String administer(String account, String request) throws SQLException {
        return alone(privileged -> new LogReplay.Outcome(new H2Accounts(privileged).run(account, request), null, 0));
    }

    /** Lets H2 write all that was accepted into its file. Not while a transaction is under way: that would be found torn. */
    void write() throws SQLException {
        turn.lock();
        try {
            database.current();
            database.write();
        } finally {
            turn.unlock();
        }
    }

    /** Something to do with the privileged connection, in a transaction of its own. */
    private interface Work {
        LogReplay.Outcome with(Statements privileged) throws SQLException;
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
            database.rollback(e);
            throw Failures.forWire(e);
        } finally {
            turn.unlock();
        }
    }

    private String once(Work work) throws SQLException {
        Statements privileged = database.current();
        LogReplay.Outcome outcome = work.with(privileged);
        if (outcome.refused() != null) {
            privileged.connection().rollback();
            return outcome.refused();
        }
        database.commitAndWrite();
        if (outcome.revision() > 0) {
            news.committed(outcome.project(), outcome.revision());
        }
        return null;
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
            database.rollback(e);
            if (group.size() == 1) {
                group.getFirst().failure = e;
            } else {
                group.forEach(request -> serve(List.of(request)));
            }
        }
    }

    private void sendAwayBlockers(SQLException e) throws SQLException {
        database.rollback(e);
        LOG.warn("{} held what the door needs, and were sent away", Blockers.sendAway(database.current()), e);
    }

    private void together(List<Request> group) throws SQLException {
        ChangeSetCommit commit = new ChangeSetCommit(database.current());
        List<ChangeSetCommit.Outcome> outcomes = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        for (Request request : group) {
            ChangeSetCommit.Outcome outcome = commit.run(request.account, request.changes);
            outcomes.add(outcome);
            if (outcome.revision() > 0) {
                entries.add(RevisionsCodec.entry(outcome.revision(), outcome.author(), outcome.when(),
                        request.payload));
            }
        }
        database.commit(entries);
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer = outcomes.get(i).answer();
            if (outcomes.get(i).revision() > 0) {
                news.committed(outcomes.get(i).project(), outcomes.get(i).revision());
            }
        }
    }

    /**
     * Closes the privileged connection, after the change sets that are under way, and the file for everybody if it is open in
     * this process.
     */
    @Override
    public void close() throws SQLException {
        turn.lock();
        try {
            news.wake();
            database.close();
        } finally {
            turn.unlock();
        }
    }
}
