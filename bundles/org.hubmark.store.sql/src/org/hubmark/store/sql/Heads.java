package org.hubmark.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hubmark.core.change.ChangeSet;

/** Who made the revisions after the base of a change set; asked only when there are any. */
final class Heads {

    private static final String HEAD = """
            select client, author, committed_at from revision where project = ? and number = ?""";
    private static final String TOUCHED = """
            select l.object, max(l.revision) from unnest(?) d(id)
            join change_log l on l.object = d.id and l.revision > ?
            join revision r on r.project = l.project and r.number = l.revision
            where r.client <> ? group by l.object""";

    /** @param when ISO 8601, UTC */
    record Head(long number, UUID client, String author, String when) {
    }

    private final Statements statements;
    private final ChangeSet changes;
    private final Map<Long, Head> heads = new HashMap<>();

    Heads(Statements statements, ChangeSet changes) {
        this.statements = statements;
        this.changes = changes;
    }

    /** The revision if it came after the base and from another client, else null. */
    Head foreign(long revision) throws SQLException {
        if (revision <= changes.base()) {
            return null;
        }
        Head head = heads.get(revision);
        if (head == null) {
            head = head(revision);
            heads.put(revision, head);
        }
        return head.client().equals(changes.client()) ? null : head;
    }

    /** Those of the objects that other clients have changed after the base, and in what revision last. */
    Map<UUID, Long> touchedByOthers(List<UUID> objects) throws SQLException {
        Map<UUID, Long> touched = new HashMap<>();
        for (List<UUID> some : Pages.of(objects)) {
            try (ResultSet row = statements.of(TOUCHED, some, changes.base(), changes.client()).executeQuery()) {
                while (row.next()) {
                    touched.put(row.getObject(1, UUID.class), row.getLong(2));
                }
            }
        }
        return touched;
    }

    private Head head(long revision) throws SQLException {
        try (ResultSet row = statements.of(HEAD, changes.project(), revision).executeQuery()) {
            if (!row.next()) {
                throw new SQLException("revision " + revision + " is not in the log of " + changes.project());
            }
            return new Head(revision, row.getObject(1, UUID.class), row.getString(2),
                    row.getObject(3, OffsetDateTime.class).toInstant().toString());
        }
    }
}
