package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.Presence;

/**
 * An open database and what differs between kinds of databases: how to connect, and how its functions are called. All
 * other SQL of this bundle is the same for each of them. Safe for use by several threads.
 */
interface Database extends AutoCloseable {

    /**
     * How far things have got in a project.
     *
     * @param revision the newest one
     * @param presence changes whenever somebody comes, goes or is somewhere else; means nothing besides
     */
    record News(long revision, long presence) {
    }

    /** What the member at this end is called. */
    String member();

    /** The account of the database that the member at this end has. */
    String account();

    /** A connection with the rights of the member, out of a pool: closing it gives it back. Commits each statement. */
    Connection connect() throws SQLException;

    /** A new connection with the rights of the member that may be blocked for long. */
    Connection connectApart() throws SQLException;

    /** A connection on which the documented views can be read and nothing else; for one query. */
    Connection connectForQueries() throws SQLException;

    /** The isolation level (of JDBC or of the database) at which several statements see one and the same state. */
    int snapshotIsolation();

    /**
     * Puts payloads through the door in their order, up to the first that is not accepted, in one go.
     *
     * @return the answers, each one of {@link Answers}
     */
    List<String> commit(Connection connection, List<Payload> payloads) throws SQLException;

    /** Keeps a text; null or the answer of a refusal. */
    String keep(Connection connection, EditionText text) throws SQLException;

    /**
     * Waits a while for a revision after {@code known}, or for somebody who comes, goes or is somewhere else.
     *
     * @return how things are then; the same as {@code known} if nothing has happened
     */
    News waitForNews(Connection connection, UUID project, News known) throws SQLException;

    /** Everybody who is at work in a project now, by name. */
    List<Presence> present(Connection connection, UUID project) throws SQLException;

    /** Says where a client is; {@code place} null if it is gone. */
    void announce(Connection connection, UUID project, UUID client, Presence.Place place) throws SQLException;

    /** Takes over revisions (see {@link RevisionsCodec}); null or the answer of a refusal. */
    String replay(Connection connection, String payload) throws SQLException;

    /** Does what an administrator asks for (see {@link MemberRequest}); null or the answer of a refusal. */
    String administer(Connection connection, String request) throws SQLException;

    /** What the door is given for a password in such a request. @throws RefusedException if it does not do as one */
    String secret(char[] password) throws RefusedException;

    /** Ends all waits. */
    void wakeWaiting(Connection connection) throws SQLException;

    @Override
    void close() throws SQLException;
}
