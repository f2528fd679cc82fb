package org.hubmark.testing;

import static org.hubmark.testing.Sample.create;
import static org.hubmark.testing.Sample.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.CommitResult.Reason;
import org.hubmark.core.store.ConflictDetail;
import org.hubmark.core.store.Revision;
import org.junit.jupiter.api.Test;

/** The part of {@link StoreContract} about the door. */
abstract class CommitContract extends StoreSupport {

    @Test
    void whatIsCommittedIsThereAfterReopening() throws Exception {
        ObjectState hub = new ObjectState(Ids.next(), "Hub", new Placement(sample.model, "elements", "V"),
                Map.of("nameZh", Value.of("新加坡 “𠀀”\n'x'"), "size", Value.of(new BigDecimal("12.50")), "open",
                        Value.of(false), "empty", Value.of(""), "partOf", Value.ref(sample.model)),
                Map.of("aliases", Set.of(Value.of("狮城"), Value.of("x".repeat(5_000))), "hubs",
                        Set.of(Value.ref(sample.model))));
        accepted(create(hub));
        reopen();

        assertEquals(hub, objects().get(hub.id()));
    }

    @Test
    void everyKindOfStepDoesWhatItSays() throws Exception {
        ObjectState hub = sample.hub("甲");
        ObjectState other = sample.hub("乙");
        Placement there = new Placement(sample.model, "elements", "zz");
        accepted(create(hub), create(other));

        accepted(put(hub.id(), "nameZh", "甲", "丙"), put(hub.id(), "country", null, "SG"));
        accepted(new Change.Add(hub.id(), "aliases", Value.of("a")), new Change.Add(hub.id(), "aliases", Value.of("b")));
        accepted(new Change.Remove(hub.id(), "aliases", Value.of("a")), put(hub.id(), "key", hub.text("key"), null),
                new Change.Move(hub.id(), hub.placement(), there));
        ObjectState now = objects().get(hub.id());
        assertEquals(new ObjectState(hub.id(), "Hub", there, Map.of("nameZh", Value.of("丙"), "country", Value.of("SG")),
                Map.of("aliases", Set.of(Value.of("b")))), now);

        accepted(new Change.Delete(now));
        assertNull(objects().get(hub.id()));
        accepted(new Change.Restore(now));
        assertEquals(now, objects().get(hub.id()));
    }

    @Test
    void theInverseOfAChangeSetLeadsBack() throws Exception {
        ObjectState hub = sample.hub("甲");
        accepted(create(hub));
        Map<UUID, ObjectState> before = objects();
        ChangeSet changes = sample.set(newest(), create(sample.mechanism("机制", hub.id())),
                put(hub.id(), "nameZh", "甲", "乙"), new Change.Add(hub.id(), "aliases", Value.of("x")));
        long done = accepted(changes);
        Map<UUID, ObjectState> after = objects();

        long undone = accepted(changes.inverse(Ids.next(), sample.client, done, "Undo"));
        assertEquals(before, objects());
        ChangeSet undo = store.since(sample.project, undone - 1, NONE).toList().stream()
                .map(r -> new ChangeSet(r.changeSet(), r.project(), r.client(), done, r.label(), r.undoes(), r.changes()))
                .findFirst().orElseThrow();
        assertEquals(changes.id(), undo.undoes());
        accepted(undo.inverse(Ids.next(), sample.client, undone, "Redo"));
        assertEquals(after, objects());
    }

    @Test
    void aChangeSetSentTwiceHappensOnceAndGetsTheFirstAnswer() throws Exception {
        ChangeSet changes = sample.set(1, create(sample.hub("甲")));
        long first = accepted(changes);
        accepted(create(sample.hub("乙")));

        assertEquals(first, accepted(changes));
        assertEquals(OptionalLong.of(first), store.revisionOf(changes.id(), NONE));
        assertEquals(OptionalLong.empty(), store.revisionOf(Ids.next(), NONE));
        assertEquals(3, newest());
    }

    @Test
    void severalAreCommittedInTheirOrderUpToTheFirstThatIsNot() throws Exception {
        ObjectState hub = sample.hub("甲");
        long base = accepted(create(hub));
        accepted(sample.by(Ids.next(), base, put(hub.id(), "nameZh", "甲", "乙")));
        ObjectState before = sample.hub("丙");
        ObjectState after = sample.hub("丁");
        List<ChangeSet> several = List.of(sample.set(base, create(before)), sample.set(base, put(before.id(), "nameZh", "丙", "戊")),
                sample.set(base, put(hub.id(), "nameZh", "甲", "己")), sample.set(base, create(after)));

        List<CommitResult> results = store.commitAll(several, NONE);

        assertEquals(List.of(new CommitResult.Accepted(base + 2), new CommitResult.Accepted(base + 3)), results.subList(0, 2));
        assertInstanceOf(CommitResult.Conflict.class, results.get(2));
        assertEquals(3, results.size());
        assertEquals("戊", objects().get(before.id()).text("nameZh"));
        assertFalse(objects().containsKey(after.id()));
        assertEquals(results.subList(0, 2), store.commitAll(several, NONE).subList(0, 2));
        assertEquals(base + 3, newest());
    }

    @Test
    void anyNumberAndLengthOfChangeSetsIsCommittedInTheirOrder() throws Exception {
        List<ChangeSet> several = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            several.add(sample.set(1, create(sample.hub("甲".repeat(i % 20 == 7 ? 150_000 : 1)))));
        }

        assertEquals(LongStream.rangeClosed(2, 71).<CommitResult>mapToObj(CommitResult.Accepted::new).toList(),
                store.commitAll(several, NONE));

        assertEquals(several.stream().map(ChangeSet::id).toList(),
                store.since(sample.project, 1, NONE).toList().stream().map(Revision::changeSet).toList());
    }

    @Test
    void revisionsHaveNoGapsWhenManyWrite() throws Exception {
        int writers = 8;
        int each = 25;
        Set<Long> numbers = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(writers); AnnotationStore second = open()) {
            List<Callable<List<Long>>> work = IntStream.range(0, writers).<Callable<List<Long>>>mapToObj(writer -> () -> {
                AnnotationStore by = writer % 2 == 0 ? store : second;
                List<Long> got = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                    ObjectState hub = new ObjectState(Ids.next(), "Hub", new Placement(sample.model, "elements", "V"),
                            Map.of("nameZh", Value.of(writer + "." + i)), Map.of());
                    got.add(accepted(by, new ChangeSet(Ids.next(), sample.project, Ids.next(), 1, "", null,
                            List.of(create(hub)))));
                }
                return got;
            }).toList();
            for (var result : threads.invokeAll(work)) {
                numbers.addAll(result.get());
            }
        }
        assertEquals(LongStream.rangeClosed(2, writers * each + 1).boxed().toList(),
                store.since(sample.project, 1, NONE).toList().stream().map(Revision::number).toList());
        assertEquals(writers * each, numbers.size());
    }

    @Test
    void twoWhoChangeTheSameFeatureConflict() throws Exception {
        ObjectState hub = sample.hub("甲");
        long base = accepted(create(hub));
        long theirs = accepted(sample.by(Ids.next(), base, put(hub.id(), "nameZh", "甲", "乙")));

        List<ConflictDetail> details = conflict(sample.set(base, put(hub.id(), "nameZh", "甲", "丙"))).details();
        assertEquals(1, details.size());
        ConflictDetail detail = details.getFirst();
        assertEquals(List.of(hub.id(), "nameZh", Value.of("甲"), Value.of("丙"), Value.of("乙"), theirs),
                List.of(detail.object(), detail.feature(), detail.base(), detail.mine(), detail.theirs(),
                        detail.revision()));
        assertEquals(store.member(), detail.who());
        assertEquals(Value.of("乙"), objects().get(hub.id()).values().get("nameZh"));
        accepted(sample.set(theirs, put(hub.id(), "nameZh", "乙", "丙")));
    }

    @Test
    void anUnsetFeatureConflictsToo() throws Exception {
        ObjectState hub = sample.hub("甲");
        long base = accepted(create(hub));
        accepted(sample.by(Ids.next(), base, put(hub.id(), "nameZh", "甲", null)));

        assertNull(conflict(sample.set(base, put(hub.id(), "nameZh", "甲", "丙"))).details().getFirst().theirs());
    }

    @Test
    void twoWhoChangeDifferentFeaturesBothGetTheirs() throws Exception {
        ObjectState hub = sample.hub("甲");
        long base = accepted(create(hub));
        accepted(sample.by(Ids.next(), base, put(hub.id(), "nameZh", "甲", "乙"),
                new Change.Add(hub.id(), "aliases", Value.of("x"))));
        accepted(sample.set(base, put(hub.id(), "nameEn", null, "A"), new Change.Add(hub.id(), "aliases", Value.of("y"))));

        ObjectState now = objects().get(hub.id());
        assertEquals(List.of("乙", "A"), List.of(now.text("nameZh"), now.text("nameEn")));
        assertEquals(Set.of(Value.of("x"), Value.of("y")), now.set("aliases"));
    }

    @Test
    void aClientNeverConflictsWithItself() throws Exception {
        ObjectState hub = sample.hub("甲");
        long base = accepted(create(hub));
        accepted(sample.set(base, put(hub.id(), "nameZh", "甲", "乙")));
        accepted(sample.set(base, put(hub.id(), "nameZh", "乙", "丙")));

        assertEquals("丙", objects().get(hub.id()).text("nameZh"));
    }

    @Test
    void editAndDeletionConflict() throws Exception {
        ObjectState hub = sample.hub("甲");
        ObjectState other = sample.hub("乙");
        long base = accepted(create(hub), create(other));
        accepted(sample.by(Ids.next(), base, new Change.Delete(hub), put(other.id(), "nameEn", null, "B")));

        assertNull(conflict(sample.set(base, put(hub.id(), "nameZh", "甲", "丙"))).details().getFirst().feature());
        ConflictDetail detail = conflict(sample.set(base, new Change.Delete(other))).details().getFirst();
        assertEquals(other.id(), detail.object());
        assertEquals(base + 1, detail.revision());
        assertTrue(objects().containsKey(other.id()));
    }

    @Test
    void aDeletionMeetsNothingInWhatOthersDidElsewhere() throws Exception {
        ObjectState hub = sample.hub("甲");
        ObjectState other = sample.hub("乙");
        long base = accepted(create(hub), create(other));
        accepted(sample.by(Ids.next(), base, put(other.id(), "nameEn", null, "B")));
        accepted(sample.set(base, new Change.Delete(hub)));

        assertFalse(objects().containsKey(hub.id()));
    }

    @Test
    void movingToTwoPlacesConflicts() throws Exception {
        ObjectState hub = sample.hub("甲");
        long base = accepted(create(hub));
        accepted(sample.by(Ids.next(), base,
                new Change.Move(hub.id(), hub.placement(), new Placement(sample.model, "elements", "x"))));

        conflict(sample.set(base,
                new Change.Move(hub.id(), hub.placement(), new Placement(sample.model, "elements", "y"))));
    }

    @Test
    void whatLeavesSomethingDanglingIsRefusedWhole() throws Exception {
        ObjectState hub = sample.hub("甲");
        ObjectState mechanism = sample.mechanism("机制", hub.id());
        ObjectState fact = sample.fact(mechanism.id(), "founded", "1980");
        accepted(create(hub), create(mechanism), create(fact));
        Map<UUID, ObjectState> before = objects();
        long newest = newest();

        assertEquals(Reason.CONTAINMENT, refused(put(mechanism.id(), "nameEn", null, "M"), new Change.Delete(hub)));
        assertEquals(Reason.CONTAINMENT, refused(new Change.Delete(mechanism)));
        assertEquals(Reason.CONTAINMENT, refused(create(sample.fact(Ids.next(), "a", "b"))));
        assertEquals(Reason.CONTAINMENT, refused(create(sample.hub("乙", Ids.next()))));
        assertEquals(before, objects());
        assertEquals(newest, newest());

        accepted(new Change.Delete(fact), new Change.Delete(mechanism), new Change.Delete(hub));
        assertEquals(3, objects().size());
        assertEquals(Reason.CONTAINMENT, refused(new Change.Restore(fact)));
    }

    @Test
    void nothingEverContainsItself() throws Exception {
        ObjectState a = sample.code("a");
        ObjectState b = new ObjectState(Ids.next(), "Code", new Placement(a.id(), "codes", "V"), Map.of(), Map.of());
        ObjectState c = new ObjectState(Ids.next(), "Code", new Placement(b.id(), "codes", "V"), Map.of(), Map.of());
        accepted(create(a), create(b), create(c));

        assertEquals(Reason.CONTAINMENT,
                refused(new Change.Move(a.id(), a.placement(), new Placement(c.id(), "codes", "V"))));
        assertEquals(Reason.CONTAINMENT,
                refused(new Change.Move(b.id(), b.placement(), new Placement(b.id(), "codes", "V"))));
        assertEquals(Reason.CONTAINMENT, refused(new Change.Move(a.id(), a.placement(), null)));
    }

    @Test
    void idsAreUsedOnceAndStepsNeedTheirObject() throws Exception {
        ObjectState hub = sample.hub("甲");
        accepted(create(hub));

        assertEquals(Reason.OBJECT, refused(create(hub)));
        assertEquals(Reason.OBJECT, refused(put(Ids.next(), "nameZh", null, "x")));
        assertEquals(Reason.OBJECT, refused(new Change.Restore(hub)));
        accepted(new Change.Delete(hub));
        assertEquals(Reason.OBJECT, refused(create(hub)));
        assertEquals(Reason.OBJECT, refused(put(hub.id(), "nameZh", "甲", "x")));
    }

    @Test
    void aChangeSetNeedsItsProject() throws Exception {
        Sample elsewhere = new Sample();
        CommitResult result = store.commit(elsewhere.set(0, create(elsewhere.hub("甲"))), NONE);

        assertEquals(Reason.PROJECT, ((CommitResult.Refused) result).reason());
        assertEquals(1, store.projects(NONE).stream().filter(p -> p.id().equals(sample.project)).count());
        accepted(elsewhere.start());
        assertEquals(Reason.OBJECT, refused(put(elsewhere.model, "nameEn", null, "x")));
        assertEquals(Reason.CONTAINMENT, refused(create(sample.hub("乙", elsewhere.model))));
    }

    @Test
    void aReaderReadsButWritesNothing() throws Exception {
        try (AnnotationStore reader = openAs("rita", "reader")) {
            CommitResult result = reader.commit(sample.set(1, create(sample.hub("甲"))), NONE);
            assertEquals(Reason.ROLE, ((CommitResult.Refused) result).reason());
            assertFalse(((CommitResult.Refused) result).message().isBlank());
            assertEquals(3, reader.open(sample.project, OptionalLong.empty(), NONE).objects().size());
        }
        assertEquals(1, newest());
    }

    @Test
    void theLogNamesWhoeverIsConnected() throws Exception {
        try (AnnotationStore analyst = openAs("anna", "analyst")) {
            accepted(analyst, sample.set(1, create(sample.hub("甲"))));
        }
        List<Revision> log = store.since(sample.project, 0, NONE).toList();

        assertEquals(List.of(store.member(), "anna"), log.stream().map(Revision::author).toList());
    }
}
