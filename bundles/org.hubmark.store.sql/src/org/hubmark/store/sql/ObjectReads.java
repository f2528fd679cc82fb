package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.StoreException;

/** Reads objects as they are now, many at once: one query for the objects, one for their values. */
final class ObjectReads {

    /** How many objects a page of a cursor has. */
    static final int PAGE = 1_000;

    private static final String OBJECT = "select o.id, o.type, o.container, o.feature, o.order_key from ";
    private static final String VALUE = "select v.object, v.feature, v.item, v.text, v.number, v.flag, v.ref from ";

    /** Which objects, as the end of a query: {@code o} is the table object. */
    record Selection(String from, String where, Object... parameters) {

        static Selection of(Collection<UUID> ids) {
            return new Selection("unnest(?) d(id) join object o on o.id = d.id", "not o.deleted",
                    List.copyOf(ids));
        }
    }

    private static final class Building {
        private final String type;
        private final Placement placement;
        private final Map<String, Value> values = new TreeMap<>();
        private final Map<String, Set<Value>> items = new TreeMap<>();

        private Building(String type, Placement placement) {
            this.type = type;
            this.placement = placement;
        }
    }

    private final Access access;

    ObjectReads(Access access) {
        this.access = access;
    }

    /** The living objects of a selection, in no certain order. */
    static List<ObjectState> read(Connection connection, Selection selection) throws SQLException {
        Map<UUID, Building> found = objects(connection, selection);
        values(connection, selection, found);
        List<ObjectState> states = new ArrayList<>(found.size());
        found.forEach((id, b) -> states.add(new ObjectState(id, b.type, b.placement, b.values, b.items)));
        return states;
    }

    /** The objects with these ids, in this order; those deleted meanwhile are left out. */
    List<ObjectState> byIds(List<UUID> ids, IProgressMonitor monitor) throws StoreException {
        return access.run(monitor, connection -> {
            Map<UUID, ObjectState> byId = new LinkedHashMap<>();
            for (ObjectState state : read(connection, Selection.of(ids))) {
                byId.put(state.id(), state);
            }
            return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
        });
    }

    /** The ids a query gives. */
    List<UUID> ids(String sql, List<Object> parameters, IProgressMonitor monitor) throws StoreException {
        return access.run(monitor, connection -> {
            List<UUID> ids = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                Statements.bind(query, parameters.toArray());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        ids.add(row.getObject(1, UUID.class));
                    }
                }
            }
            return ids;
        });
    }

    /** The objects with these ids page by page. */
    Cursor<ObjectState> cursor(List<UUID> ids, IProgressMonitor monitor) {
        return new PagedCursor<>(new PagedCursor.Pages<>() {
            private int from;

            @Override
            public List<ObjectState> next() throws StoreException {
                if (from >= ids.size()) {
                    return null;
                }
                List<UUID> some = ids.subList(from, Math.min(from + PAGE, ids.size()));
                from += PAGE;
                return byIds(some, monitor);
            }
        }, monitor);
    }

    private static Map<UUID, Building> objects(Connection connection, Selection selection) throws SQLException {
        Map<UUID, Building> found = new LinkedHashMap<>();
        try (PreparedStatement query = connection
                .prepareStatement(OBJECT + selection.from() + " where " + selection.where())) {
            Statements.bind(query, selection.parameters());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    UUID container = row.getObject(3, UUID.class);
                    found.put(row.getObject(1, UUID.class), new Building(row.getString(2).intern(), container == null
                            ? null : new Placement(container, row.getString(4).intern(), row.getString(5))));
                }
            }
        }
        return found;
    }

    private static void values(Connection connection, Selection selection, Map<UUID, Building> found)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(VALUE + selection.from()
                + " join feature_value v on v.object = o.id where " + selection.where())) {
            Statements.bind(query, selection.parameters());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Building building = found.get(row.getObject(1, UUID.class));
                    Value value = Cells.read(row, 4);
                    if (building != null && value != null) {
                        add(building, row.getString(2).intern(), row.getString(3), value);
                    }
                }
            }
        }
    }

    private static void add(Building building, String feature, String item, Value value) {
        if (item.isEmpty()) {
            building.values.put(feature, value);
        } else {
            building.items.computeIfAbsent(feature, f -> new LinkedHashSet<>()).add(value);
        }
    }
}
