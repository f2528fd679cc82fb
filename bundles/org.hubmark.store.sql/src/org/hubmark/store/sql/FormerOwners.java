package org.hubmark.store.sql;

import java.sql.SQLException;
import java.util.UUID;

import org.hubmark.core.change.Placement;
import org.hubmark.core.store.LogFilter;

/** Writes down what an object belonged to before it is stored as something else. On PostgreSQL triggers do that. */
final class FormerOwners {

    private static final String KEEP_CONTAINER = """
            merge into former_owner (owner, object) key (owner, object) values (?, ?)""";
    private static final String KEEP_REFERENCES = """
            merge into former_owner (owner, object) key (owner, object)
            select distinct v.ref, v.object from feature_value v
            where v.object = ? and v.feature = any(?) and v.ref is not null""";

    private final Statements statements;

    FormerOwners(Statements statements) {
        this.statements = statements;
    }

    /** Before anything of the draft is written. Costs nothing unless it leaves something. */
    void keep(Draft draft) throws SQLException {
        if (draft.stored() == null) {
            return;
        }
        UUID container = container(draft.stored().placement());
        if (container != null && !container.equals(draft.container())) {
            statements.of(KEEP_CONTAINER, container, draft.id()).executeUpdate();
        }
        if (LogFilter.ABOUT.stream().map(draft::cell).anyMatch(c -> c != null && c.stored() && c.changed())) {
            statements.of(KEEP_REFERENCES, draft.id(), LogFilter.ABOUT.toArray(String[]::new)).executeUpdate();
        }
    }

    private static UUID container(Placement placement) {
        return placement == null ? null : placement.container();
    }
}
