package org.hubmark.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.change.Value;

/**
 * What must hold when all steps of a change set are made: every container and every target lives in the same project,
 * nothing contains itself, nothing living is left in or pointing at what was deleted.
 */
final class EndCheck {

    private static final String CHILDREN = """
            select o.id, o.container from unnest(?) d(id) join object o on o.container = d.id where not o.deleted""";
    private static final String REFERRERS = """
            select v.object, v.feature, v.item, v.ref from unnest(?) d(id) join feature_value v on v.ref = d.id""";

    private final UUID project;
    private final Drafts drafts;
    private final Statements statements;

    EndCheck(UUID project, Drafts drafts, Statements statements) {
        this.project = project;
        this.drafts = drafts;
        this.statements = statements;
    }

    void run() throws SQLException, RefusedException {
        List<Draft> placed = new ArrayList<>();
        List<UUID> deleted = new ArrayList<>();
        boolean moved = false;
        for (Draft draft : drafts.all()) {
            if (!draft.changed()) {
                continue;
            }
            if (draft.deleted()) {
                deleted.add(draft.id());
                continue;
            }
            checkTargets(draft);
            if (draft.placed() && draft.placement() != null) {
                checkContainer(draft);
                placed.add(draft);
                moved |= draft.stored() != null;
            }
        }
        if (moved) {
            drafts.loadAncestors(placed);
        }
        checkCycles(placed);
        for (List<UUID> some : Pages.of(deleted)) {
            checkChildren(some);
            checkReferrers(some);
        }
    }

    private void checkContainer(Draft draft) throws RefusedException {
        if (!lives(draft.container())) {
            throw new RefusedException(Refusal.CONTAINER_GONE, draft.container());
        }
    }

    private void checkTargets(Draft draft) throws RefusedException {
        for (Draft.Cell cell : draft.cells().values()) {
            if (cell.changed() && cell.value() instanceof Value.Ref(UUID target) && !lives(target)) {
                throw new RefusedException(Refusal.TARGET_GONE, target);
            }
        }
    }

    private boolean lives(UUID id) {
        Draft draft = drafts.get(id);
        return draft != null && !draft.deleted() && draft.project().equals(project);
    }

    /** Each object is climbed from at most once: what lies above an object known to be safe is safe. */
    private void checkCycles(List<Draft> placed) throws RefusedException {
        Set<UUID> safe = new HashSet<>();
        for (Draft start : placed) {
            Set<UUID> way = new HashSet<>();
            Draft draft = start;
            while (draft != null && !safe.contains(draft.id())) {
                if (!way.add(draft.id())) {
                    throw new RefusedException(Refusal.CYCLE, start.id());
                }
                draft = draft.container() == null ? null : drafts.get(draft.container());
            }
            safe.addAll(way);
        }
    }

    private void checkChildren(List<UUID> deleted) throws SQLException, RefusedException {
        try (ResultSet row = statements.of(CHILDREN, deleted).executeQuery()) {
            while (row.next()) {
                Draft child = drafts.get(row.getObject(1, UUID.class));
                if (child == null || !child.deleted() && row.getObject(2, UUID.class).equals(child.container())) {
                    throw new RefusedException(Refusal.STILL_CONTAINS, row.getObject(2, UUID.class));
                }
            }
        }
    }

    private void checkReferrers(List<UUID> deleted) throws SQLException, RefusedException {
        try (ResultSet row = statements.of(REFERRERS, deleted).executeQuery()) {
            while (row.next()) {
                UUID target = row.getObject(4, UUID.class);
                Draft referrer = drafts.get(row.getObject(1, UUID.class));
                if (referrer == null || refers(referrer, new Draft.Slot(row.getString(2), row.getString(3)), target)) {
                    throw new RefusedException(Refusal.STILL_REFERRED, target);
                }
            }
        }
    }

    /** A draft whose values were not looked up has not been changed, so it refers as it is stored. */
    private static boolean refers(Draft referrer, Draft.Slot slot, UUID target) {
        if (referrer.deleted()) {
            return false;
        }
        Draft.Cell cell = referrer.cells().get(slot);
        return cell == null || Value.ref(target).equals(cell.value());
    }
}
