package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.MalformedChangeSetException;
import org.hubmark.core.change.ObjectTable;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;

/**
 * Reads the log: forwards for those who follow, by object for the history, backwards for "as of". What is ordered by number
 * is ordered by project first, though there is only one: only then does H2 stop at the limit, instead of sorting all there is.
 */
final class LogReads {

    static final int PAGE = 200;
    /** A page ends earlier when it has so many steps. */
    private static final int PAGE_STEPS = 20_000;
    static final String HEAD = """
            select r.project, r.number, r.change_set, r.client, r.author, r.committed_at, r.label, r.undoes, r.steps
            from\s""";
    /**
     * Revisions by their numbers, of a project that is to follow. From the numbers an outer join makes every planner begin: with
     * IN, EXISTS or an inner join H2 looks at every revision there is; and a query that takes the numbers from the log itself
     * makes PostgreSQL start processes for a log that is long.
     */
    static final String OF_NUMBERS = "unnest(?) n(number) left join revision r on r.number = n.number and r.project = ";
    /** The numbers, and an object of the project. */
    static final String OF_OBJECT = OF_NUMBERS + "(select o.project from object o where o.id = ?) order by r.number";
    private static final String STEPS = """
            select l.revision, l.kind, l.object, l.feature, l.old_value, l.new_value from change_log l\s""";
    /**
     * The next page with its steps, by one question: whoever follows waits for each question with every change of a colleague.
     * The innermost query stops at its limit; a sum over more than a page would have H2 read the rest of the log.
     */
    static final String FOLLOWING = """
            select r.number, l.kind, l.object, l.feature, l.old_value, l.new_value,
                r.change_set, r.client, r.author, r.committed_at, r.label, r.undoes
            from (select h.*, sum(h.steps) over (order by h.number) - h.steps as steps_before from (select * from revision r
                where r.project = ? and r.number > ? order by r.project, r.number limit %d) h) r
            left join change_log l on l.project = r.project and l.revision = r.number
            where r.steps_before < %d order by r.number, l.position""".formatted(PAGE, PAGE_STEPS);

    private final Access access;

    LogReads(Access access) {
        this.access = access;
    }

    Cursor<Revision> since(UUID project, long revision, IProgressMonitor monitor) {
        return new PagedCursor<>(new PagedCursor.Pages<>() {
            private long last = revision;

            @Override
            public List<Revision> next() throws StoreException {
                List<Revision> page = access.run(monitor, connection -> page(connection, project, last));
                if (page.isEmpty()) {
                    return null;
                }
                last = page.getLast().number();
                return page;
            }
        }, monitor);
    }

    Cursor<Revision> latest(LogFilter filter, IProgressMonitor monitor) {
        return new PagedCursor<>(new LatestRevisions(access, filter, monitor), monitor);
    }

    Cursor<Revision> history(UUID object, IProgressMonitor monitor) throws StoreException {
        return Cursor.of(access.run(monitor, connection -> {
            Map<Long, List<Change>> steps = steps(connection, "where l.object = ? order by l.revision, l.position", object);
            return withSteps(heads(connection, Long.MAX_VALUE, OF_OBJECT, steps.keySet().toArray(Long[]::new), object), steps);
        }));
    }

    OptionalLong revisionOf(UUID changeSet, IProgressMonitor monitor) throws StoreException {
        return access.run(monitor, connection -> {
            try (PreparedStatement query = connection.prepareStatement("select number from revision where change_set = ?")) {
                query.setObject(1, changeSet);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
                }
            }
        });
    }

    /** Takes back everything after a revision, the last step first. */
    static void unapply(Connection connection, UUID project, long revision, ObjectTable table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                STEPS + "where l.project = ? and l.revision > ? order by l.project desc, l.revision desc, l.position desc")) {
            query.setObject(1, project);
            query.setLong(2, revision);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    table.unapply(step(row));
                }
            }
        }
    }

    private static List<Revision> page(Connection connection, UUID project, long after) throws SQLException {
        List<Revision> heads = new ArrayList<>();
        Map<Long, List<Change>> steps = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(FOLLOWING)) {
            Statements.bind(query, project, after);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long number = row.getLong(1);
                    if (heads.isEmpty() || heads.getLast().number() < number) {
                        heads.add(head(project, number, row, 7));
                    }
                    if (row.getString(2) != null) {
                        steps.computeIfAbsent(number, r -> new ArrayList<>()).add(step(row));
                    }
                }
            }
        }
        return withSteps(heads, steps);
    }

    static List<Revision> withSteps(List<Revision> heads, Map<Long, List<Change>> steps) {
        return heads.stream().map(r -> new Revision(r.project(), r.number(), r.changeSet(), r.client(), r.author(),
                r.when(), r.label(), r.undoes(), steps.getOrDefault(r.number(), List.of()))).toList();
    }

    /** A page of revisions without their steps. */
    static List<Revision> heads(Connection connection, String from, Object... parameters) throws SQLException {
        return heads(connection, PAGE_STEPS, from, parameters);
    }

    private static List<Revision> heads(Connection connection, long mostSteps, String from, Object... parameters)
            throws SQLException {
        List<Revision> heads = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(HEAD + from)) {
            Statements.bind(query, parameters);
            try (ResultSet row = query.executeQuery()) {
                long steps = 0;
                while (row.next() && steps < mostSteps) {
                    heads.add(head(row.getObject(1, UUID.class), row.getLong(2), row, 3));
                    steps += row.getLong(9);
                }
            }
        }
        return heads;
    }

    /** @param from the column of the change set, which the others follow */
    private static Revision head(UUID project, long number, ResultSet row, int from) throws SQLException {
        return new Revision(project, number, row.getObject(from, UUID.class), row.getObject(from + 1, UUID.class),
                row.getString(from + 2), row.getObject(from + 3, OffsetDateTime.class).toInstant(), row.getString(from + 4),
                row.getObject(from + 5, UUID.class), List.of());
    }

    static Map<Long, List<Change>> steps(Connection connection, String where, Object... parameters)
            throws SQLException {
        Map<Long, List<Change>> steps = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(STEPS + where)) {
            Statements.bind(query, parameters);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    steps.computeIfAbsent(row.getLong(1), r -> new ArrayList<>()).add(step(row));
                }
            }
        }
        return steps;
    }

    private static Change step(ResultSet row) throws SQLException {
        LogStep step = new LogStep(row.getString(2), row.getObject(3, UUID.class), row.getString(4), row.getString(5),
                row.getString(6));
        try {
            return step.change();
        } catch (MalformedChangeSetException e) {
            throw new SQLException("revision " + row.getLong(1) + " of the log cannot be read", e);
        }
    }
}
