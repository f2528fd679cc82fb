package org.hubmark.testing;

import static org.hubmark.testing.Sample.create;
import static org.hubmark.testing.Sample.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.junit.jupiter.api.Test;

/** The log for people, and taking over a log. */
abstract class LogContract extends StoreContract {

    @Test
    void theLogComesNewestFirstAndFiltered() throws Exception {
        ObjectState hub = sample.hub("甲");
        accepted(create(hub));
        accepted(create(sample.hub("乙")));
        accepted(put(hub.id(), "nameZh", hub.text("nameZh"), "丙"));
        assertEquals(List.of(4L, 3L, 2L, 1L), numbers(LogFilter.all(sample.project)));
        assertEquals(List.of(2L, 1L), numbers(new LogFilter(sample.project, 3, null, null, null, null)));
        assertEquals(List.of(4L, 2L), numbers(new LogFilter(sample.project, 0, null, hub.id(), null, null)));
        assertEquals(List.of(), numbers(new LogFilter(sample.project, 0, "nobody", null, null, null)));
        assertEquals(List.of(4L, 3L, 2L, 1L), numbers(new LogFilter(sample.project, 0, store.member(), null,
                Instant.parse("2020-01-01T00:00:00Z"), null)));
        assertEquals(List.of(), numbers(new LogFilter(sample.project, 0, null, null, null, "100% ' no such _ label")));
        Revision newest = store.latest(LogFilter.all(sample.project), NONE).next();
        assertEquals(List.of(put(hub.id(), "nameZh", hub.text("nameZh"), "丙")), newest.changes());
    }

    @Test
    void theHistoryOfAnObjectIsWholeHoweverLargeItsRevisionsAre() throws Exception {
        ObjectState hub = sample.hub("0");
        ObjectState other = sample.hub("乙");
        accepted(create(hub), create(other));
        for (int revision = 1; revision <= 4; revision++) {
            List<Change> changes = new ArrayList<>(List.of(put(hub.id(), "nameZh", String.valueOf(revision - 1),
                    String.valueOf(revision))));
            for (int i = 0; i < 7_000; i++) {
                changes.add(new Change.Add(other.id(), "aliases", Value.of(revision + "." + i)));
            }
            accepted(changes.toArray(Change[]::new));
        }

        List<Revision> history = store.history(hub.id(), NONE).toList();

        assertEquals(List.of(2L, 3L, 4L, 5L, 6L), history.stream().map(Revision::number).toList());
        assertEquals(List.of(put(hub.id(), "nameZh", "3", "4")), history.getLast().changes());
        assertEquals(List.of(), store.history(Ids.next(), NONE).toList());
    }

    @Test
    void theHistoryOfAnElementTellsOfAllThatBelongsToIt() throws Exception {
        ObjectState hub = sample.hub("甲");
        ObjectState other = sample.hub("乙");
        ObjectState fact = sample.fact(hub.id(), "area", "283");
        ObjectState metric = sample.element("Metric", "m", Map.of("subject", Value.ref(hub.id())), Map.of());
        ObjectState relation = sample.element("Relation", "r", Map.of("source", Value.ref(other.id()), "target",
                Value.ref(hub.id())), Map.of());
        Briefing briefing = sample.briefing("简报");
        EditionText text = Sample.text("筑波科学城占地约二百八十三平方公里。");
        Edition edition = sample.edition(briefing, text);
        Passage passage = sample.passage(edition, text, 0, 5);
        Evidence evidence = sample.evidence(passage, fact.id());
        store.keep(text, NONE);
        accepted(create(hub), create(other));                                              // 2
        accepted(create(fact));                                                            // 3
        accepted(create(metric), create(relation));                                        // 4
        accepted(create(briefing.state()), create(edition.state()), create(passage.state())); // 5
        accepted(create(evidence.state()));                                                // 6
        accepted(put(other.id(), "nameZh", "乙", "丙"));                                    // 7
        accepted(put(metric.id(), "nameZh", "m", "n"));                                    // 8
        accepted(new Change.Delete(evidence.state()));                                     // 9
        accepted(new Change.Move(fact.id(), fact.placement(), new Placement(other.id(), "facts", "V"))); // 10
        accepted(new Change.Put(metric.id(), "subject", Value.ref(hub.id()), Value.ref(other.id()))); // 11
        accepted(new Change.Delete(store.objects(sample.project, Set.of("Relation"), java.util.OptionalLong.empty(), NONE)
                .next()));                                                                 // 12
        accepted(put(passage.id(), "memo", null, "seen"));                                 // 13
        LogFilter of = new LogFilter(sample.project, 0, null, hub.id(), true, null, null);
        assertEquals(List.of(12L, 11L, 10L, 9L, 8L, 6L, 4L, 3L, 2L), numbers(of));
        assertEquals(List.of(6L, 4L, 3L, 2L), numbers(of.before(8)), "the next page");
        assertEquals(List.of(2L), numbers(new LogFilter(sample.project, 0, null, hub.id(), null, null)), "itself only");
        assertEquals(List.of(13L, 9L, 6L, 5L), numbers(new LogFilter(sample.project, 0, null, briefing.id(), true, null,
                null)), "a briefing");
        assertEquals(List.of(), numbers(new LogFilter(sample.project, 0, "nobody", hub.id(), true, null, null)));
    }

    private List<Long> numbers(LogFilter filter) throws StoreException {
        return store.latest(filter, NONE).toList().stream().map(Revision::number).toList();
    }

    @Test
    void aLogTakenOverIsTheSameLog() throws Exception {
        Sample other = new Sample();
        ObjectState hub = other.hub("甲");
        FakeStore elsewhere = new FakeStore().connect("grace");
        accepted(elsewhere, other.start());
        accepted(elsewhere, other.set(1, create(hub)));
        accepted(elsewhere, other.set(2, put(hub.id(), "nameZh", hub.text("nameZh"), "丙")));
        List<Revision> log = elsewhere.since(other.project, 0, NONE).toList();

        store.replay(other.project, log.subList(0, 2), NONE);
        store.replay(other.project, log, NONE);

        assertEquals(log, store.since(other.project, 0, NONE).toList());
        assertEquals(byId(elsewhere.open(other.project, java.util.OptionalLong.empty(), NONE).objects()),
                byId(store.open(other.project, java.util.OptionalLong.empty(), NONE).objects()));
        ChangeSet next = other.set(3, put(hub.id(), "nameZh", "丙", "丁"));
        assertEquals(4, accepted(next));
    }

    @Test
    void aLogWithAGapIsNotTakenOver() throws Exception {
        Sample other = new Sample();
        FakeStore elsewhere = new FakeStore();
        accepted(elsewhere, other.start());
        accepted(elsewhere, other.set(1, create(other.hub("甲"))));
        accepted(elsewhere, other.set(2, create(other.hub("乙"))));
        List<Revision> log = elsewhere.since(other.project, 0, NONE).toList();
        assertRefused(() -> store.replay(other.project, List.of(log.get(0), log.get(2)), NONE));
        assertTrue(store.projects(NONE).stream().noneMatch(p -> p.id().equals(other.project)));
    }

    static void assertRefused(org.junit.jupiter.api.function.Executable call) {
        assertEquals(Kind.REFUSED, assertThrows(StoreException.class, call).kind());
    }
}
