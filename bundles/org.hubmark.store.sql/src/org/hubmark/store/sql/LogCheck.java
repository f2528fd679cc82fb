package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Whether the log of a database is whole: the revisions of each project without a gap, and all steps of each. */
final class LogCheck {

    private static final String PROJECTS = """
            select p.id, p.revision,
                (select count(*) from revision r where r.project = p.id),
                (select max(r.number) from revision r where r.project = p.id),
                (select sum(r.steps) from revision r where r.project = p.id),
                (select count(*) from change_log l where l.project = p.id)
            from project p""";
    private static final int NEWEST = 2;
    private static final int REVISIONS = 3;
    private static final int HIGHEST = 4;
    private static final int EXPECTED_STEPS = 5;
    private static final int STEPS = 6;

    private LogCheck() {
    }

    /**
     * The newest revision of each project.
     *
     * @throws SQLException if the log is not whole
     */
    static Map<UUID, Long> newest(Connection connection) throws SQLException {
        Map<UUID, Long> newest = new TreeMap<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(PROJECTS)) {
            while (row.next()) {
                long revision = row.getLong(NEWEST);
                if (row.getLong(REVISIONS) != revision || row.getLong(HIGHEST) != revision
                        || row.getLong(EXPECTED_STEPS) != row.getLong(STEPS)) {
                    throw new SQLException("the log of project " + row.getString(1) + " has a gap before " + revision);
                }
                newest.put(row.getObject(1, UUID.class), revision);
            }
        }
        return newest;
    }
}
