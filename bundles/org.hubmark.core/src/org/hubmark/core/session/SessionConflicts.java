package org.hubmark.core.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ChangeSetCodec;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.conflict.Conflict;
import org.hubmark.core.conflict.ConflictViews;
import org.hubmark.core.conflict.Contention;
import org.hubmark.core.conflict.Contentions;
import org.hubmark.core.store.CommitResult;

/**
 * What becomes of change sets that the store did not take. Where a colleague's work stands in the way, they become a
 * record that everybody sees and somebody decides; those that build on them wait with them. Model thread.
 */
final class SessionConflicts {

    /** Of the JSON of an object, which the store takes up to 1,000,000 characters of. */
    private static final int LONGEST = 900_000;
    private static final int MOST_DETAILS = 20;

    private final SessionCore core;
    private final Map<UUID, Parsed> parsed = new HashMap<>();

    private record Parsed(ObjectState state, Conflict conflict) {
    }

    SessionConflicts(SessionCore core) {
        this.core = core;
    }

    /** All conflicts of the project, oldest first. */
    List<Conflict> all() {
        return core.records().conflicts().stream().map(this::parsed).toList();
    }

    /** A conflict, or null. */
    Conflict get(UUID id) {
        ObjectState state = core.records().live().get(id);
        return state == null || !RecordTypes.CONFLICT.equals(state.type()) ? null : parsed(state);
    }

    boolean isAny(Set<UUID> objects) {
        return objects.stream().anyMatch(id -> parsed.containsKey(id) || get(id) != null);
    }

    /** Its change sets may be long; they are read once. */
    private Conflict parsed(ObjectState state) {
        Parsed known = parsed.get(state.id());
        if (known == null || !known.state.equals(state)) {
            known = new Parsed(state, Conflict.of(state));
            parsed.put(state.id(), known);
        }
        return known.conflict;
    }

    /** The sender stands still until this is settled. */
    void refused(UUID changeSet, Obstacle obstacle) {
        List<ChangeSet> all = core.local().queue();
        if (obstacle.isRole() && !all.isEmpty()) {
            // nothing that waits would be taken either: one message, not one for each
            reject(changeSet, all, obstacle.result(), core.texts().rejected(all, obstacle.result()));
            core.refreshRole();
            return;
        }
        List<ChangeSet> sets = core.local().withDependents(changeSet);
        List<Contention> details = contentions(sets, obstacle).find(obstacle.details());
        List<UUID> subjects = details.stream().map(Contention::object).distinct().limit(MOST_DETAILS).toList();
        core.lookup().find(subjects, Map.of()).whenComplete((known, failure) -> {
            // in a session that ends now the change set stays in the outbox, and the next one settles it
            if (!core.reads().isClosed()) {
                settle(changeSet, obstacle, failure == null ? known : Map.of());
            }
        });
    }

    private Contentions contentions(List<ChangeSet> sets, Obstacle obstacle) {
        return new Contentions(sets, obstacle.theirs(), id -> {
            ObjectState state = core.lookup().here(id);
            return state == null ? null : state.placement();
        });
    }

    private void settle(UUID changeSet, Obstacle obstacle, Map<UUID, ObjectState> known) {
        List<ChangeSet> sets = core.local().withDependents(changeSet);
        Contentions contentions = contentions(sets, obstacle);
        List<Contention> details = contentions.find(obstacle.details()).stream()
                .map(detail -> detail.about(known.get(detail.object()))).toList();
        if (contentions.net().isEmpty()) {
            drop(changeSet, sets, OutboxWriter.NOTHING, null);
        } else if (isDecided(details)) {
            reject(changeSet, sets, obstacle.result(), core.texts().decided(sets.getFirst().label()));
        } else if (!details.isEmpty()) {
            record(changeSet, sets, details);
        } else if (obstacle.result() instanceof CommitResult.Conflict) {
            ChangeSet rest = core.newSet(sets.getLast().label(), contentions.net());
            drop(changeSet, sets, OutboxWriter.NOTHING, rest);
            core.history().add(rest);
        } else {
            reject(changeSet, sets, obstacle.result(), core.texts().rejected(sets, obstacle.result()));
        }
    }

    /** A colleague decided the same conflict meanwhile: that is no new question. */
    private boolean isDecided(List<Contention> details) {
        return details.stream().anyMatch(detail -> get(detail.object()) != null);
    }

    private void reject(UUID changeSet, List<ChangeSet> sets, CommitResult result, String message) {
        drop(changeSet, sets, () -> core.outbox().refused().put(changeSet, sets), null);
        core.events().rejected(new Rejection(sets.getFirst(), result, message));
    }

    private void record(UUID changeSet, List<ChangeSet> sets, List<Contention> details) {
        String last = core.records().lastOrder(core.project(), Conflict.FEATURE);
        Conflict conflict = new Conflict(Ids.named(changeSet, "conflict"), core.project(),
                OrderKeys.between(last, null), sets.getFirst().label(), sets, details, core.store().member(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), Conflict.State.OPEN, null, null);
        ObjectState state = conflict.state(true);
        OutboxWriter.Write keep = OutboxWriter.NOTHING;
        if (length(state) > LONGEST) {
            state = shortened(conflict).state(false);
            keep = () -> core.outbox().refused().put(conflict.id(), sets);
        }
        ChangeSet set = new ChangeSet(Ids.named(changeSet, "conflict set"), core.project(), core.client(),
                core.local().revision(), core.texts().conflict(conflict.label()), null,
                List.of(new Change.Create(state)));
        drop(changeSet, sets, keep, set);
        core.events().conflicted(new ConflictViews(core.lookup()::here).of(parsed(state)));
    }

    private static int length(ObjectState state) {
        return ChangeSetCodec.writeState(state).length();
    }

    /** What doesn't fit even so is known from the log. */
    private static Conflict shortened(Conflict c) {
        List<Contention> details = c.details();
        if (length(c.state(false)) > LONGEST) {
            details = c.details().stream().limit(MOST_DETAILS).map(Contention::shortened).toList();
        }
        return new Conflict(c.id(), c.project(), c.order(), c.label(), c.sets(), details, c.author(), c.created(),
                c.state(), c.decidedBy(), c.decidedAt());
    }

    /** Takes change sets back; another may come in their place, unless an earlier session has queued it already. */
    private void drop(UUID changeSet, List<ChangeSet> sets, OutboxWriter.Write keep, ChangeSet instead) {
        boolean known = instead != null
                && (core.local().queue().stream().anyMatch(set -> set.id().equals(instead.id()))
                        || get(instead.changes().getFirst().object()) != null);
        core.local().drop(sets).forEach(core.history()::replace);
        sets.forEach(set -> core.history().forget(set.id()));
        Set<UUID> objects = LocalState.objects(sets.stream().flatMap(set -> set.changes().stream()).toList());
        ChangeSet next = known ? null : instead;
        if (next != null) {
            objects.addAll(core.local().add(next));
        }
        List<UUID> ids = new ArrayList<>(sets.stream().map(ChangeSet::id).toList());
        ids.add(changeSet);
        core.writer().replace(ids, keep, next);
        core.changed(objects);
        core.events().history();
    }
}
