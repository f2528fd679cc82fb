package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.ObjectTable;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.ProjectSnapshot;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;

/** Reads projects, now or as of a revision. */
final class ProjectReads {

    /** As the database orders ids; {@link UUID#compareTo} has another order. */
    private static final Comparator<ObjectState> BY_PLACE = Comparator
            .comparing((ObjectState s) -> s.placement() == null ? "" : s.placement().order())
            .thenComparing(s -> s.id().toString());

    private final Access access;
    private final ObjectReads objects;

    ProjectReads(Access access, ObjectReads objects) {
        this.access = access;
        this.objects = objects;
    }

    List<ProjectInfo> projects(IProgressMonitor monitor) throws StoreException {
        return access.run(monitor, connection -> {
            List<ProjectInfo> projects = new ArrayList<>();
            try (var statement = connection.createStatement(); ResultSet row = statement
                    .executeQuery("select id, coalesce(name, ''), revision from project order by name, id")) {
                while (row.next()) {
                    projects.add(new ProjectInfo(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)));
                }
            }
            return projects;
        });
    }

    ProjectSnapshot open(UUID project, OptionalLong revision, IProgressMonitor monitor) throws StoreException {
        return access.snapshot(monitor, connection -> {
            long newest = newest(connection, project);
            List<ObjectState> now = ObjectReads.read(connection, new ObjectReads.Selection("object o",
                    "o.project = ? and o.is_record = false and not o.deleted", project));
            long asOf = asOf(revision, newest);
            Collection<ObjectState> then = then(connection, project, asOf, newest, now,
                    state -> !RecordTypes.ALL.contains(state.type()));
            return new ProjectSnapshot(project, asOf, containersFirst(then));
        });
    }

    Cursor<ObjectState> objects(UUID project, Set<String> types, OptionalLong revision, IProgressMonitor monitor)
            throws StoreException {
        if (revision.isEmpty()) {
            return objects.cursor(objects.ids("""
                    select o.id from object o where o.project = ? and o.type = any(?) and not o.deleted
                    order by o.type, o.order_key, o.id""", List.of(project, types.toArray(String[]::new)), monitor),
                    monitor);
        }
        return Cursor.of(access.snapshot(monitor, connection -> {
            long newest = newest(connection, project);
            List<ObjectState> now = ObjectReads.read(connection, new ObjectReads.Selection("object o",
                    "o.project = ? and o.type = any(?) and not o.deleted", project, types.toArray(String[]::new)));
            return then(connection, project, asOf(revision, newest), newest, now,
                    state -> types.contains(state.type())).stream()
                    .sorted(Comparator.comparing(ObjectState::type).thenComparing(BY_PLACE)).toList();
        }));
    }

    /** The number of the newest revision. */
    static long newest(Connection connection, UUID project) throws SQLException, StoreException {
        long newest = newestOrNone(connection, project);
        if (newest == 0) {
            throw new StoreException(Kind.OTHER, Messages.of(ProjectReads.class).get("error.project", project));
        }
        return newest;
    }

    /** The number of the newest revision; 0 if there is no such project. */
    static long newestOrNone(Connection connection, UUID project) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select revision from project where id = ?")) {
            query.setObject(1, project);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static long asOf(OptionalLong revision, long newest) throws StoreException {
        long asOf = revision.orElse(newest);
        if (asOf < 0 || asOf > newest) {
            throw new StoreException(Kind.OTHER, Messages.of(ProjectReads.class).get("error.revision",
                    String.valueOf(asOf), String.valueOf(newest)));
        }
        return asOf;
    }

    private static Collection<ObjectState> then(Connection connection, UUID project, long asOf, long newest,
            List<ObjectState> now, Predicate<ObjectState> wanted) throws SQLException {
        if (asOf == newest) {
            return now;
        }
        ObjectTable table = new ObjectTable(now);
        LogReads.unapply(connection, project, asOf, table);
        return table.objects().stream().filter(wanted).toList();
    }

    /** Level by level from the top, each level by place. */
    private static List<ObjectState> containersFirst(Collection<ObjectState> states) {
        Set<UUID> ids = new HashSet<>();
        states.forEach(state -> ids.add(state.id()));
        Map<UUID, List<ObjectState>> children = new HashMap<>();
        List<ObjectState> sorted = new ArrayList<>(states.size());
        for (ObjectState state : states) {
            if (ids.contains(state.container())) {
                children.computeIfAbsent(state.container(), c -> new ArrayList<>()).add(state);
            } else {
                sorted.add(state);
            }
        }
        sorted.sort(BY_PLACE);
        for (int i = 0; i < sorted.size(); i++) {
            List<ObjectState> level = children.getOrDefault(sorted.get(i).id(), List.of());
            sorted.addAll(level.stream().sorted(BY_PLACE).toList());
        }
        return sorted;
    }
}
