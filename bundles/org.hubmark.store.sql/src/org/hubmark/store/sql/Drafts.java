package org.hubmark.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;

/** The objects a change set has to do with, looked up as sets: a handful of queries, however many steps it has. */
final class Drafts {

    private static final String OBJECTS = """
            select o.id, o.project, o.type, o.container, o.feature, o.order_key, o.deleted, o.changed_revision,
                o.placed_revision
            from unnest(?) d(id) join object o on o.id = d.id""";
    private static final String VALUES = """
            select v.object, v.feature, v.item, v.revision, v.text, v.number, v.flag, v.ref
            from unnest(?) d(id) join feature_value v on v.object = d.id""";

    private final Statements statements;
    private final Map<UUID, Draft> drafts = new LinkedHashMap<>();

    Drafts(Statements statements) {
        this.statements = statements;
    }

    /** Looks up everything the steps name. */
    void load(ChangeSet changes) throws SQLException {
        Set<UUID> named = new LinkedHashSet<>();
        Set<UUID> changed = new LinkedHashSet<>();
        for (Change change : changes.changes()) {
            named.add(change.object());
            switch (change) {
                case Change.Create(ObjectState state) -> name(state, named);
                case Change.Restore(ObjectState last) -> name(last, named);
                case Change.Put(UUID object, String feature, Value old, Value now) -> name(now, named);
                case Change.Add(UUID object, String feature, Value item) -> name(item, named);
                case Change.Move(UUID object, Placement old, Placement now) -> name(now, named);
                case Change.Delete delete -> changed.add(delete.object());
                case Change.Remove remove -> changed.add(remove.object());
            }
            if (!(change instanceof Change.Create)) {
                changed.add(change.object());
            }
        }
        loadObjects(named);
        loadValues(changed);
    }

    /** The object, or null if there is no such object, living or deleted. */
    Draft get(UUID id) {
        return drafts.get(id);
    }

    void add(Draft draft) {
        drafts.put(draft.id(), draft);
    }

    Collection<Draft> all() {
        return drafts.values();
    }

    /** Looks up the containers above these objects, up to the project: one query a level. */
    void loadAncestors(Collection<Draft> of) throws SQLException {
        Set<UUID> missing = missing(of);
        while (!missing.isEmpty()) {
            Set<UUID> before = missing;
            loadObjects(missing);
            missing = missing(before.stream().map(drafts::get).filter(java.util.Objects::nonNull).toList());
        }
    }

    private Set<UUID> missing(Collection<Draft> of) {
        Set<UUID> missing = new LinkedHashSet<>();
        for (Draft start : of) {
            Draft draft = start;
            Set<UUID> seen = new LinkedHashSet<>();
            while (draft != null && draft.container() != null && seen.add(draft.id())) {
                UUID container = draft.container();
                draft = drafts.get(container);
                if (draft == null) {
                    missing.add(container);
                }
            }
        }
        return missing;
    }

    private void loadObjects(Set<UUID> ids) throws SQLException {
        for (List<UUID> some : Pages.of(ids)) {
            try (ResultSet row = statements.of(OBJECTS, some).executeQuery()) {
                while (row.next()) {
                    UUID container = row.getObject(4, UUID.class);
                    Placement placement = container == null ? null
                            : new Placement(container, row.getString(5), row.getString(6));
                    add(new Draft(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3),
                            new Draft.Stored(placement, row.getBoolean(7), row.getLong(8), row.getLong(9))));
                }
            }
        }
    }

    private void loadValues(Set<UUID> ids) throws SQLException {
        Map<String, String> features = new HashMap<>();
        List<UUID> known = new ArrayList<>(ids);
        known.removeIf(id -> !drafts.containsKey(id));
        for (List<UUID> some : Pages.of(known)) {
            try (ResultSet row = statements.of(VALUES, some).executeQuery()) {
                while (row.next()) {
                    String feature = features.computeIfAbsent(row.getString(2), f -> f);
                    drafts.get(row.getObject(1, UUID.class)).load(new Draft.Slot(feature, row.getString(3)),
                            row.getLong(4), Cells.read(row, 5));
                }
            }
        }
    }

    private static void name(ObjectState state, Set<UUID> named) {
        name(state.placement(), named);
        state.values().values().forEach(value -> name(value, named));
        state.items().values().forEach(set -> set.forEach(value -> name(value, named)));
    }

    private static void name(Value value, Set<UUID> named) {
        if (value instanceof Value.Ref(UUID id)) {
            named.add(id);
        }
    }

    private static void name(Placement placement, Set<UUID> named) {
        if (placement != null) {
            named.add(placement.container());
        }
    }
}
