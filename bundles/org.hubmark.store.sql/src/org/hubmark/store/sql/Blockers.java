package org.hubmark.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends connections of others to an H2 database. Whoever may read a row may lock it too, with SELECT … FOR UPDATE: with a
 * plain SQL client any reader could keep the door waiting. No member can have anything uncommitted but such locks.
 */
final class Blockers {

    private static final String BLOCKING = """
            select session_id, user_name from information_schema.sessions
            where contains_uncommitted and user_name <> current_user""";
    private static final String OF_ACCOUNT = """
            select session_id, user_name from information_schema.sessions where user_name = ?""";

    private Blockers() {
    }

    /** Ends those that hold locks, and says whose they were. */
    static List<String> sendAway(Statements statements) throws SQLException {
        return end(statements, statements.of(BLOCKING).executeQuery());
    }

    /** Ends those of an account. */
    static void sendAway(Statements statements, String account) throws SQLException {
        end(statements, statements.of(OF_ACCOUNT, account).executeQuery());
    }

    private static List<String> end(Statements statements, ResultSet found) throws SQLException {
        List<Integer> sessions = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        try (ResultSet row = found) {
            while (row.next()) {
                sessions.add(row.getInt(1));
                accounts.add(row.getString(2));
            }
        }
        for (int session : sessions) {
            statements.of("call abort_session(?)", session).execute();
        }
        return accounts;
    }
}
