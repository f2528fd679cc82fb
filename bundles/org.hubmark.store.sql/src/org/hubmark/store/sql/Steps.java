package org.hubmark.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.ConflictDetail;

/**
 * Makes the steps of one change set on the drafts, one after the other: finds conflicts, refuses what cannot be, and
 * notes for the log what really changed (what was there before is taken from the store, never from the client).
 */
final class Steps {

    /** A longer text, or an object with more text in all, does not fit into a row (H2: 1,048,576 characters). */
    private static final int LONGEST = 1_000_000;
    private static final int LONGEST_NAME = 100;

    private final ChangeSet changes;
    private final Drafts drafts;
    private final Heads heads;
    private final List<LogStep> log = new ArrayList<>();
    private final List<ConflictDetail> conflicts = new ArrayList<>();
    private Map<UUID, Long> touchedByOthers = Map.of();

    Steps(ChangeSet changes, Drafts drafts, Heads heads) {
        this.changes = changes;
        this.drafts = drafts;
        this.heads = heads;
    }

    /** @param newest the number of the newest revision of the project */
    void make(long newest) throws SQLException, RefusedException {
        List<UUID> deletions = changes.changes().stream().filter(Change.Delete.class::isInstance).map(Change::object)
                .toList();
        if (newest > changes.base() && !deletions.isEmpty()) {
            touchedByOthers = heads.touchedByOthers(deletions);
        }
        for (Change change : changes.changes()) {
            switch (change) {
                case Change.Create(ObjectState state) -> create(state);
                case Change.Delete(ObjectState last) -> delete(last.id());
                case Change.Restore(ObjectState last) -> restore(last);
                case Change.Put put -> put(put);
                case Change.Add add -> add(add);
                case Change.Remove remove -> remove(remove);
                case Change.Move move -> move(move);
            }
        }
    }

    List<LogStep> log() {
        return log;
    }

    List<ConflictDetail> conflicts() {
        return conflicts;
    }

    private void create(ObjectState state) throws RefusedException {
        if (drafts.get(state.id()) != null) {
            throw new RefusedException(Refusal.ID_USED, state.id());
        }
        checkType(state);
        Draft draft = new Draft(state.id(), changes.project(), state.type(), null);
        draft.revive(state);
        drafts.add(draft);
        note(new Change.Create(state));
    }

    private void checkType(ObjectState state) throws RefusedException {
        boolean root = state.id().equals(changes.project());
        if (root != (state.placement() == null)) {
            throw new RefusedException(Refusal.NO_PLACE, state.id());
        }
        checkLength(state.type());
        for (String feature : state.values().keySet()) {
            checkLength(feature);
        }
        for (String feature : state.items().keySet()) {
            checkLength(feature);
        }
    }

    private void delete(UUID id) throws SQLException, RefusedException {
        Draft draft = existing(id);
        if (draft.deleted()) {
            if (foreignDeletion(draft) == null) {
                throw new RefusedException(Refusal.OBJECT_DELETED, id);
            }
            return;
        }
        Long theirs = touchedByOthers.get(id);
        if (theirs != null) {
            conflict(id, null, null, heads.foreign(theirs));
            return;
        }
        note(new Change.Delete(draft.state()));
        draft.delete();
    }

    private void restore(ObjectState last) throws RefusedException {
        Draft draft = existing(last.id());
        if (!draft.deleted()) {
            throw new RefusedException(Refusal.NOT_DELETED, last.id());
        }
        if (!draft.type().equals(last.type())) {
            throw new RefusedException(Refusal.MALFORMED, last.id());
        }
        checkType(last);
        draft.revive(last);
        note(new Change.Restore(last));
    }

    private void put(Change.Put put) throws SQLException, RefusedException {
        checkLength(put.feature());
        Draft draft = living(put.object(), put.feature());
        if (draft == null) {
            return;
        }
        Value theirs = draft.single(put.feature());
        Draft.Cell cell = draft.cell(put.feature());
        boolean expected = Objects.equals(theirs, put.old()) || Objects.equals(theirs, put.now());
        if (cell != null && !cell.changed() && !expected) {
            Heads.Head head = heads.foreign(cell.revision());
            if (head != null) {
                conflict(put, theirs, head);
                return;
            }
        }
        if (!Objects.equals(theirs, put.now())) {
            draft.put(put.feature(), put.now());
            note(new Change.Put(put.object(), put.feature(), theirs, put.now()));
        }
    }

    private void add(Change.Add add) throws SQLException, RefusedException {
        checkLength(add.feature());
        Draft draft = living(add.object(), add.feature());
        if (draft != null && !draft.has(add.feature(), add.item())) {
            draft.add(add.feature(), add.item());
            note(add);
        }
    }

    private void remove(Change.Remove remove) throws SQLException, RefusedException {
        Draft draft = living(remove.object(), remove.feature());
        if (draft != null && draft.has(remove.feature(), remove.item())) {
            draft.remove(remove.feature(), remove.item());
            note(remove);
        }
    }

    private void move(Change.Move move) throws SQLException, RefusedException {
        Draft draft = living(move.object(), null);
        if (draft == null) {
            return;
        }
        if (move.now() == null || draft.placement() == null) {
            throw new RefusedException(Refusal.NO_PLACE, move.object());
        }
        checkLength(move.now().feature());
        checkLength(move.now().order());
        Placement theirs = draft.placement();
        if (!draft.placed() && !theirs.equals(move.old()) && !theirs.equals(move.now())) {
            Heads.Head head = heads.foreign(draft.stored().placedRevision());
            if (head != null) {
                conflict(move.object(), theirs.feature(), Value.ref(theirs.container()), head);
                return;
            }
        }
        if (!theirs.equals(move.now())) {
            draft.place(move.now());
            note(new Change.Move(move.object(), theirs, move.now()));
        }
    }

    private Draft existing(UUID id) throws RefusedException {
        Draft draft = drafts.get(id);
        if (draft == null || !draft.project().equals(changes.project())) {
            throw new RefusedException(Refusal.OBJECT_MISSING, id);
        }
        return draft;
    }

    /** The living object, or null if a colleague has deleted it meanwhile: that is a conflict. */
    private Draft living(UUID id, String feature) throws SQLException, RefusedException {
        Draft draft = existing(id);
        if (!draft.deleted()) {
            return draft;
        }
        Heads.Head head = foreignDeletion(draft);
        if (head == null) {
            throw new RefusedException(Refusal.OBJECT_DELETED, feature == null ? id : id + " " + feature);
        }
        conflict(id, null, null, head);
        return null;
    }

    private Heads.Head foreignDeletion(Draft draft) throws SQLException {
        return draft.stored() != null && draft.stored().deleted() ? heads.foreign(draft.stored().changedRevision())
                : null;
    }

    private void conflict(Change.Put put, Value theirs, Heads.Head head) {
        conflicts.add(new ConflictDetail(put.object(), put.feature(), put.old(), put.now(), theirs, head.author(),
                head.when(), head.number()));
    }

    private void conflict(UUID object, String feature, Value theirs, Heads.Head head) {
        conflicts.add(new ConflictDetail(object, feature, null, null, theirs, head.author(), head.when(),
                head.number()));
    }

    private static void checkLength(String name) throws RefusedException {
        if (name.length() > LONGEST_NAME) {
            throw new RefusedException(Refusal.TOO_LONG, name.substring(0, LONGEST_NAME));
        }
    }

    private void note(Change change) throws RefusedException {
        LogStep step = LogStep.of(change);
        if (length(step.old()) > LONGEST || length(step.now()) > LONGEST) {
            throw new RefusedException(Refusal.TOO_LONG, step.object());
        }
        log.add(step);
    }

    private static int length(String json) {
        return json == null ? 0 : json.length();
    }
}
