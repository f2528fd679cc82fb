package org.hubmark.store.sql;

import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.Presence;
import org.hubmark.store.sql.Database.News;

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

    /** Commits change sets, each of which fits into one piece, up to the first that is not accepted; the answers. */
    public static String[] commitChangeSets(Connection caller, String[] payloads) throws SQLException {
        Door door = Doors.of(caller);
        List<String> answers = new ArrayList<>();
        for (String payload : payloads) {
            answers.add(door.commit(caller.getMetaData().getUserName(), payload));
            if (!Answers.isAccepted(answers.getLast())) {
                break;
            }
        }
        return answers.toArray(String[]::new);
    }

    /** Keeps a text and the bytes it came from; null, or why not. */
    public static String keepText(Connection caller, String textSha256, Clob text, String fileSha256, Blob original)
            throws SQLException {
        EditionText all = new EditionText(textSha256, text.getSubString(1, (int) text.length()), fileSha256,
                original.getBytes(1, (int) original.length()));
        return Doors.of(caller).keep(caller.getMetaData().getUserName(), all);
    }

    /**
     * How things are in the project as soon as they differ from what is known, or after ten seconds: the newest revision and
     * the state of presence.
     */
    public static Long[] waitForNews(Connection caller, UUID project, long revision, long presence)
            throws SQLException {
        long newest = newest(caller, project);
        News known = new News(Math.max(newest, revision), presence);
        News news = Doors.of(caller).news().await(project, known, newest > revision ? 0 : LONGEST_WAIT_SECONDS);
        return new Long[] {news.revision(), news.presence()};
    }

    /** Named by the first migration, which has to run on new files for ever, and dropped by the third. Nobody calls it. */
    public static long waitForRevision(Connection caller, UUID project, long known) throws SQLException {
        return waitForNews(caller, project, known, 0)[0];
    }

    /** Ends all waits; those who still want to wait come again. */
    public static boolean wakeWaiting(Connection caller) throws SQLException {
        Doors.of(caller).news().wake();
        return true;
    }

    /** Says where a client of the caller is at work; {@code here} false if it has gone. */
    public static boolean announcePresence(Connection caller, UUID project, UUID client, boolean here, UUID object,
            UUID detail) throws SQLException {
        ProjectNews news = Doors.of(caller).news();
        if (!here) {
            news.gone(project, client);
            return true;
        }
        String account = caller.getMetaData().getUserName();
        try (PreparedStatement query = caller.prepareStatement("""
                select name from member where account = ? and project is null""")) {
            query.setString(1, account);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    news.announce(project, new Presence(client, account, row.getString(1),
                            new Presence.Place(object, detail)));
                }
            }
        }
        return true;
    }

    /** Everybody who is at work in the project: see {@link PresenceCodec}. */
    public static String presentMembers(Connection caller, UUID project) throws SQLException {
        return PresenceCodec.write(Doors.of(caller).news().present(project));
    }

    /** Takes over revisions of another database; null, or why not. The payload is in pieces as that of a change set. */
    public static String replayRevisions(Connection caller, String[] payload) throws SQLException {
        return Doors.of(caller).replay(caller.getMetaData().getUserName(), String.join("", payload));
    }

    /** Makes, changes or removes an account; null, or why not. */
    public static String administerMembers(Connection caller, String request) throws SQLException {
        return Doors.of(caller).administer(caller.getMetaData().getUserName(), request);
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
