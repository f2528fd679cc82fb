package org.hubmark.store.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;

/** Writes what the steps of one change set have made of the drafts, and the log, in batches. */
final class DraftWriter {

    private static final String INSERT_OBJECT = """
            insert into object (id, project, type, is_record, container, feature, order_key, deleted,
                created_revision, changed_revision, placed_revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE_OBJECT = """
            update object set container = ?, feature = ?, order_key = ?, deleted = ?, changed_revision = ?,
                placed_revision = ? where id = ?""";
    private static final String INSERT_VALUE = "insert into feature_value (" + Cells.COLUMNS
            + ", revision, object, feature, item) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE_VALUE = """
            update feature_value set text = ?, number = ?, flag = ?, ref = ?, revision = ?
            where object = ? and feature = ? and item = ?""";
    private static final String DELETE_VALUE = "delete from feature_value where object = ? and feature = ? and item = ?";
    private static final String DELETE_VALUES = "delete from feature_value where object = ?";
    private static final String INSERT_LOG = """
            insert into change_log (project, revision, position, kind, object, feature, old_value, new_value)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INSERT_REVISION = """
            insert into revision (project, number, change_set, client, author, committed_at, label, undoes, steps)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE_PROJECT = "update project set revision = ? where id = ?";
    private static final String NAME_PROJECT = "update project set name = ? where id = ?";

    private final Statements statements;
    private final ChangeSet changes;
    private final long revision;
    private final Set<PreparedStatement> batches = new LinkedHashSet<>();

    DraftWriter(Statements statements, ChangeSet changes, long revision) {
        this.statements = statements;
        this.changes = changes;
        this.revision = revision;
    }

    void write(Drafts drafts, List<LogStep> log, String author, Instant when) throws SQLException {
        FormerOwners former = new FormerOwners(statements);
        for (Draft draft : drafts.all()) {
            if (draft.changed()) {
                former.keep(draft);
                writeObject(draft);
                writeValues(draft);
            }
        }
        for (int position = 0; position < log.size(); position++) {
            LogStep step = log.get(position);
            batch(INSERT_LOG, changes.project(), revision, position, step.kind(), step.object(), step.feature(),
                    step.old(), step.now());
        }
        for (PreparedStatement batch : batches) {
            batch.executeBatch();
        }
        statements.of(INSERT_REVISION, changes.project(), revision, changes.id(), changes.client(), author,
                when.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC), changes.label(),
                changes.undoes(), log.size()).executeUpdate();
        statements.of(UPDATE_PROJECT, revision, changes.project()).executeUpdate();
        nameProject(drafts.get(changes.project()));
    }

    private void nameProject(Draft root) throws SQLException {
        if (root != null && root.changed()) {
            String name = root.single("name") instanceof Value.Text(String text) ? text : null;
            statements.of(NAME_PROJECT, name, changes.project()).executeUpdate();
        }
    }

    private void writeObject(Draft draft) throws SQLException {
        Placement place = draft.placement();
        UUID container = place == null ? null : place.container();
        String feature = place == null ? null : place.feature();
        String order = place == null ? null : place.order();
        if (draft.stored() == null) {
            batch(INSERT_OBJECT, draft.id(), draft.project(), draft.type(), RecordTypes.ALL.contains(draft.type()),
                    container, feature, order, draft.deleted(), revision, revision, revision);
        } else {
            batch(UPDATE_OBJECT, container, feature, order, draft.deleted(), revision,
                    draft.placed() ? revision : draft.stored().placedRevision(), draft.id());
        }
    }

    private void writeValues(Draft draft) throws SQLException {
        if (draft.deleted()) {
            if (draft.stored() != null) {
                batch(DELETE_VALUES, draft.id());
            }
            return;
        }
        for (var entry : draft.cells().entrySet()) {
            if (entry.getValue().changed()) {
                writeValue(draft.id(), entry.getKey(), entry.getValue());
            }
        }
    }

    /** An unset single value keeps its row, so that it is known when it was unset. */
    private void writeValue(UUID id, Draft.Slot slot, Draft.Cell cell) throws SQLException {
        boolean single = slot.item().isEmpty();
        if (cell.value() == null && !single) {
            if (cell.stored()) {
                batch(DELETE_VALUE, id, slot.feature(), slot.item());
            }
            return;
        }
        if (cell.value() == null && !cell.stored()) {
            return;
        }
        PreparedStatement batch = statements.of(cell.stored() ? UPDATE_VALUE : INSERT_VALUE);
        bindValue(batch, cell.value());
        batch.setLong(5, revision);
        batch.setObject(6, id);
        batch.setString(7, slot.feature());
        batch.setString(8, slot.item());
        batch.addBatch();
        batches.add(batch);
    }

    private static void bindValue(PreparedStatement batch, Value value) throws SQLException {
        Object[] columns = Cells.columns(value);
        int[] types = {Types.VARCHAR, Types.NUMERIC, Types.BOOLEAN, Types.OTHER};
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] == null) {
                batch.setNull(i + 1, types[i]);
            } else {
                batch.setObject(i + 1, columns[i]);
            }
        }
    }

    private void batch(String sql, Object... parameters) throws SQLException {
        PreparedStatement batch = statements.of(sql, parameters);
        batch.addBatch();
        batches.add(batch);
    }
}
