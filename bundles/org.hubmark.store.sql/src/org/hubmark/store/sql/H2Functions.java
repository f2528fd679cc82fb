package org.hubmark.store.sql;

import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.hubmark.core.store.EditionText;

/**
 * The functions of an H2 database, called by H2 in the process that has the file open, on a thread of H2 and with a
 * connection that has the rights of the caller. They must be static, and public.
 */
public final class H2Functions {

    /** A wait is ended now and then, so that a client that has gone is noticed. */
    private static final int LONGEST_WAIT_SECONDS = 10;

    private H2Functions() {
    }

    /**
     * Commits a change set. Its author is the account of the calling connection, which no payload can name.
     *
     * @param payload the typed JSON, cut into pieces because H2 takes texts of up to 1,048,576 characters
     * @return the answer as JSON
     */
    public static String commitChangeSet(Connection caller, String[] payload) throws SQLException {
        return Doors.of(caller).commit(caller.getMetaData().getUserName(), String.join("", payload));
    }

    /** Keeps a text and the bytes it came from; null, or why not. */
    public static String keepText(Connection caller, String textSha256, Clob text, String fileSha256, Blob original)
            throws SQLException {
        EditionText all = new EditionText(textSha256, text.getSubString(1, (int) text.length()), fileSha256,
                original.getBytes(1, (int) original.length()));
        return Doors.of(caller).keep(caller.getMetaData().getUserName(), all);
    }

    /** The newest revision of the project: as soon as it is after {@code known}, or what it is after ten seconds. */
    public static long waitForRevision(Connection caller, UUID project, long known) throws SQLException {
        long newest = newest(caller, project);
        if (newest <= known) {
            Doors.of(caller).revisions().await(project, known, LONGEST_WAIT_SECONDS);
            newest = newest(caller, project);
        }
        return newest;
    }

    /** Ends all waits; those who still want to wait come again. */
    public static boolean wakeWaiting(Connection caller) throws SQLException {
        Doors.of(caller).revisions().wake();
        return true;
    }

    /** Which process has the file open: the others compare it with their own. */
    public static UUID host(Connection caller) {
        return Doors.PROCESS;
    }

    private static long newest(Connection caller, UUID project) throws SQLException {
        try (PreparedStatement query = caller.prepareStatement("select revision from project where id = ?")) {
            query.setObject(1, project);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
