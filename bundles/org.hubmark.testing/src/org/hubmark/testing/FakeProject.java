package org.hubmark.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.ObjectTable;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.ProjectSnapshot;
import org.hubmark.core.store.Referrer;
import org.hubmark.core.store.Revision;

/** One project of a fake store: living objects and the log. Its times count seconds from a fixed day. */
final class FakeProject {

    private static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");

    private final UUID id;
    private ObjectTable objects = new ObjectTable();
    private final List<Revision> log = new ArrayList<>();
    private final Map<UUID, Long> accepted = new HashMap<>();
    private final Set<UUID> known = new HashSet<>();

    FakeProject(UUID id) {
        this.id = id;
    }

    synchronized ProjectInfo info() {
        return new ProjectInfo(id, String.valueOf(objects.get(id).text("name")), newest());
    }

    synchronized long newest() {
        return log.size();
    }

    synchronized ObjectState living(UUID object) {
        return objects.get(object);
    }

    synchronized Stream<ObjectState> all(String type) {
        return List.copyOf(objects.objects()).stream().filter(s -> s.type().equals(type));
    }

    synchronized List<ObjectState> stateAt(OptionalLong revision) {
        ObjectTable then = new ObjectTable(objects.objects());
        for (int i = log.size() - 1; revision.isPresent() && i >= revision.getAsLong(); i--) {
            then.unapplyAll(log.get(i).changes());
        }
        return List.copyOf(then.objects());
    }

    /** The model at a revision, containers before what they contain. */
    synchronized ProjectSnapshot model(OptionalLong revision) {
        List<ObjectState> all = stateAt(revision).stream().filter(s -> !RecordTypes.ALL.contains(s.type())).toList();
        List<ObjectState> objects = new ArrayList<>();
        addBelow(null, all, objects);
        return new ProjectSnapshot(id, revision.orElse(newest()), objects);
    }

    private static void addBelow(UUID container, List<ObjectState> all, List<ObjectState> into) {
        for (ObjectState state : all) {
            if (Objects.equals(container, state.container())) {
                into.add(state);
                addBelow(state.id(), all, into);
            }
        }
    }

    /** The revision that created an object. */
    synchronized long creation(UUID object) {
        return log.stream().filter(r -> r.changes().stream()
                .anyMatch(c -> c instanceof Change.Create && c.object().equals(object))).findFirst().orElseThrow()
                .number();
    }

    synchronized List<Revision> since(long revision) {
        return List.copyOf(log.subList((int) Math.min(revision, log.size()), log.size()));
    }

    synchronized OptionalLong revisionOf(UUID changeSet) {
        return accepted.containsKey(changeSet) ? OptionalLong.of(accepted.get(changeSet)) : OptionalLong.empty();
    }

    synchronized List<Revision> history(UUID object) {
        return log.stream().map(r -> new Revision(r.project(), r.number(), r.changeSet(), r.client(), r.author(),
                r.when(), r.label(), r.undoes(),
                r.changes().stream().filter(c -> c.object().equals(object)).toList()))
                .filter(r -> !r.changes().isEmpty()).toList();
    }

    /** An object and all that belongs to it or once did. */
    synchronized Set<UUID> belongings(UUID object) {
        return FakeBelongings.of(object, log);
    }

    synchronized boolean isEvidence(UUID passage, UUID target) {
        return objects.objects().stream()
                .anyMatch(s -> passage.equals(s.container()) && target.equals(s.ref("target")));
    }

    synchronized List<Referrer> referrers(UUID object) {
        Value ref = Value.ref(object);
        List<Referrer> referrers = new ArrayList<>();
        for (ObjectState state : objects.objects()) {
            state.values().forEach((feature, value) -> {
                if (value.equals(ref)) {
                    referrers.add(new Referrer(state.id(), state.type(), feature));
                }
            });
            state.items().forEach((feature, items) -> {
                if (items.contains(ref)) {
                    referrers.add(new Referrer(state.id(), state.type(), feature));
                }
            });
        }
        referrers.sort(Comparator.comparing(Referrer::type).thenComparing(Referrer::object));
        return referrers;
    }

    synchronized CommitResult commit(ChangeSet changes, String author) {
        if (accepted.containsKey(changes.id())) {
            return new CommitResult.Accepted(accepted.get(changes.id()));
        }
        FakeDoor door = new FakeDoor(changes, new ObjectTable(objects.objects()), log, Set.copyOf(known));
        CommitResult refusal = door.run();
        if (refusal != null) {
            return refusal;
        }
        objects = door.objects();
        long number = log.size() + 1L;
        log.add(new Revision(id, number, changes.id(), changes.client(), author, FIRST.plusSeconds(number),
                changes.label(), changes.undoes(), door.noted()));
        accepted.put(changes.id(), number);
        changes.changes().forEach(change -> known.add(change.object()));
        return new CommitResult.Accepted(number);
    }

    /** Takes over a revision if it is the next one. */
    synchronized boolean replay(Revision revision) {
        if (revision.number() != newest() + 1) {
            return false;
        }
        objects.applyAll(revision.changes());
        log.add(revision);
        accepted.put(revision.changeSet(), revision.number());
        revision.changes().forEach(change -> known.add(change.object()));
        return true;
    }
}
