package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;

/** The revisions that pass a filter, the newest first. */
final class LatestRevisions implements PagedCursor.Pages<Revision> {

    /** By the object alone: with a second condition H2 does not use the index for the list of objects. */
    private static final String NUMBERS = "select l.revision from change_log l where l.object = any(?)";
    private static final String BEFORE = "revision r where r.number < ? and r.project = ?";
    static final String OF_NUMBERS = LogReads.OF_NUMBERS + "? where r.number is not null";

    private final Access access;
    private final LogFilter filter;
    private final IProgressMonitor monitor;
    private long before;

    LatestRevisions(Access access, LogFilter filter, IProgressMonitor monitor) {
        this.access = access;
        this.filter = filter;
        this.monitor = monitor;
        before = filter.before() == 0 ? Long.MAX_VALUE : filter.before();
    }

    @Override
    public List<Revision> next() throws StoreException {
        List<Revision> page = access.run(monitor, this::page);
        if (page.isEmpty()) {
            return null;
        }
        before = page.getLast().number();
        return page;
    }

    private List<Revision> page(Connection connection) throws SQLException {
        List<Revision> heads = filter.object() == null
                ? heads(connection, BEFORE, before)
                : ofObject(connection);
        Map<Long, List<Change>> steps = new HashMap<>();
        for (Revision head : heads) {
            steps.putAll(LogReads.steps(connection, "where l.project = ? and l.revision = ? order by l.position",
                    filter.project(), head.number()));
        }
        return LogReads.withSteps(heads, steps);
    }

    /**
     * By the numbers that the log has for the object: asked of each revision whether it changed the object, a database
     * reads the whole log where there are few.
     */
    private List<Revision> ofObject(Connection connection) throws SQLException {
        List<Long> numbers = numbers(connection, filter.belongings() ? Belongings.of(connection, filter.object())
                : List.of(filter.object()));
        List<Revision> heads = List.of();
        for (int from = 0; from < numbers.size() && heads.isEmpty(); from += LogReads.PAGE) {
            List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + LogReads.PAGE));
            heads = heads(connection, OF_NUMBERS, some.toArray(Long[]::new));
        }
        return heads;
    }

    private List<Long> numbers(Connection connection, Collection<UUID> objects) throws SQLException {
        SortedSet<Long> numbers = new TreeSet<>(Comparator.reverseOrder());
        try (PreparedStatement query = connection.prepareStatement(NUMBERS)) {
            Statements.bind(query, List.copyOf(objects));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
            }
        }
        return numbers.stream().filter(number -> number < before).toList();
    }

    /** @param which how the revisions are chosen, by {@code parameter} and then the project */
    private List<Revision> heads(Connection connection, String which, Object parameter) throws SQLException {
        StringBuilder from = new StringBuilder(which);
        List<Object> parameters = new ArrayList<>(List.of(parameter, filter.project()));
        restrict(from, parameters, " and r.author = ?", filter.author());
        restrict(from, parameters, " and r.committed_at >= ?",
                filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC));
        restrict(from, parameters, " and position(? in lower(r.label)) > 0",
                filter.labelContains() == null ? null : filter.labelContains().toLowerCase(Locale.ROOT));
        return LogReads.heads(connection, from + " order by r.project desc, r.number desc limit " + LogReads.PAGE,
                parameters.toArray());
    }

    private static void restrict(StringBuilder from, List<Object> parameters, String condition, Object value) {
        if (value != null) {
            from.append(condition);
            parameters.add(value);
        }
    }
}
