package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

import org.hubmark.core.store.EditionText;

/**
 * An open database and what differs between kinds of databases: how to connect, and how its functions are called. All
 * other SQL of this bundle is the same for each of them. Safe for use by several threads.
 */
interface Database extends AutoCloseable {

    /** What the member at this end is called. */
    String member();

    /** A connection with the rights of the member, out of a pool: closing it gives it back. Commits each statement. */
    Connection connect() throws SQLException;

    /** A new connection with the rights of the member that may be blocked for long. */
    Connection connectApart() throws SQLException;

    /** A new connection of an account that may read the documented views and nothing else. */
    Connection connectForQueries() throws SQLException;

    /** The isolation level (of JDBC or of the database) at which several statements see one and the same state. */
    int snapshotIsolation();

    /** Puts a payload through the door; the answer is one of {@link Answers}. */
    String commit(Connection connection, String payload) throws SQLException;

    /** Keeps a text; null or the answer of a refusal. */
    String keep(Connection connection, EditionText text) throws SQLException;

    /** Waits a while for a revision after {@code known}; the newest one then. */
    long waitForRevision(Connection connection, UUID project, long known) throws SQLException;

    /** Ends all waits. */
    void wakeWaiting(Connection connection) throws SQLException;

    @Override
    void close() throws SQLException;
}
