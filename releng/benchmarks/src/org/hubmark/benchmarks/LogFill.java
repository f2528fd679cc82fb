package org.hubmark.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * Makes the log of a project longer by plain SQL: a revision and a step for each row, about its hubs in turn. The state is
 * left as it is.
 *
 * @param series the rows of a function of the database, with the column x, from one number to another
 */
record LogFill(String series) {

    static final LogFill H2 = new LogFill("system_range(%d, %d) s");
    static final LogFill POSTGRES = new LogFill("generate_series(%d::bigint, %d::bigint) s (x)");

    private static final int BATCH = 100_000;

    /** @return the number of the newest revision */
    long fill(Connection connection, UUID project, long newest, long rows) throws SQLException {
        run(connection, "drop index change_log_by_object");    // made at once it is much faster, and smaller
        connection.setAutoCommit(false);
        for (long from = newest + 1; from <= newest + rows; from += BATCH) {
            String some = series.formatted(from, Math.min(from + BATCH - 1, newest + rows));
            run(connection, """
                    insert into revision (project, number, change_set, client, author, committed_at, label, undoes, steps)
                    select '%s', x, %s, '%s', 'Grace', current_timestamp, 'a step', null, 1 from %s""".formatted(project,
                    LogProject.id("1", "x"), new UUID(1, 1), some));
            run(connection, """
                    insert into change_log (project, revision, position, kind, object, feature, old_value, new_value)
                    select '%s', x, 0, 'put', %s, 'description', '"a text"', '"another text"' from %s""".formatted(project,
                    LogProject.id("2", "mod(x, " + LogProject.HUBS + ")"), some));
            connection.commit();
        }
        try (PreparedStatement update = connection.prepareStatement("update project set revision = ? where id = ?")) {
            update.setLong(1, newest + rows);
            update.setObject(2, project);
            update.executeUpdate();
        }
        connection.commit();
        run(connection, "create index change_log_by_object on change_log (object, revision)");
        connection.commit();
        return newest + rows;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
