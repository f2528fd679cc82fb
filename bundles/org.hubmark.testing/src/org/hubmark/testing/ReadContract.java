package org.hubmark.testing;

import static org.hubmark.testing.Sample.create;
import static org.hubmark.testing.Sample.put;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.PassageFilter;
import org.hubmark.core.store.PassageOrder;
import org.hubmark.core.store.Referrer;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;
import org.junit.jupiter.api.Test;

/** The part of {@link StoreContract} about reading. */
public abstract class ReadContract extends CommitContract {

    private final EditionText text = Sample.text("第一句。第二句！𠀀第三句？".repeat(1_000));

    @Test
    void asOfARevisionIsWhatWasThereThen() throws Exception {
        Random random = new Random(7);
        Map<Long, Map<UUID, ObjectState>> seen = new TreeMap<>();
        seen.put(1L, objects());
        for (int i = 0; i < 60; i++) {
            long revision = accepted(sample.set(newest(), steps(random, new ArrayList<>(objects().values()))));
            seen.put(revision, objects());
        }
        for (var then : seen.entrySet()) {
            assertEquals(then.getValue(), objects(OptionalLong.of(then.getKey())), "revision " + then.getKey());
        }
        assertEquals(Map.of(), objects(OptionalLong.of(0)));
        assertThrows(StoreException.class, () -> objects(OptionalLong.of(1_000)));
    }

    private List<Change> steps(Random random, List<ObjectState> living) {
        List<ObjectState> hubs = living.stream().filter(s -> s.type().equals("Hub")).toList();
        ObjectState hub = hubs.isEmpty() ? null : hubs.get(random.nextInt(hubs.size()));
        boolean referred = hub != null && living.stream().anyMatch(s -> hub.id().equals(s.ref("partOf")));
        return switch (hub == null ? 0 : random.nextInt(6)) {
            case 0 -> Sample.creates(List.of(sample.hub("甲" + random.nextInt())));
            case 1 -> Sample.creates(List.of(sample.hub("乙", hub.id())));
            case 2 -> List.of(put(hub.id(), "nameZh", hub.text("nameZh"), "丙" + random.nextInt()));
            case 3 -> List.of(new Change.Add(hub.id(), "aliases", Value.of("a" + random.nextInt(3))),
                    new Change.Remove(hub.id(), "aliases", Value.of("a" + random.nextInt(3))));
            case 4 -> referred ? List.of(put(hub.id(), "country", hub.text("country"), "SG"))
                    : List.of(new Change.Delete(hub));
            default -> List.of(put(hub.id(), "nameZh", hub.text("nameZh"), null),
                    put(hub.id(), "nameZh", null, "丁"));
        };
    }

    @Test
    void containersComeBeforeWhatTheyContain() throws Exception {
        ObjectState hub = sample.hub("甲");
        accepted(create(hub), create(sample.fact(hub.id(), "a", "1")), create(sample.fact(hub.id(), "b", "2")));
        Set<UUID> before = new HashSet<>();
        for (ObjectState state : store.open(sample.project, OptionalLong.empty(), NONE).objects()) {
            assertTrue(state.container() == null || before.contains(state.container()), state.type());
            before.add(state.id());
        }
        assertEquals(6, before.size());
    }

    @Test
    void anEditionIsReadWithEverythingOnIt() throws Exception {
        Briefing briefing = sample.briefing("简报");
        Edition edition = sample.edition(briefing, text);
        ObjectState hub = sample.hub("甲");
        Passage outer = sample.passage(edition, text, 0, 8);
        Passage inner = sample.passage(edition, text, 0, 4);
        Passage later = sample.passage(edition, text, 4, 8);
        Evidence evidence = sample.evidence(inner, hub.id());
        store.keep(text, NONE);
        long revision = accepted(create(hub), create(briefing.state()), create(edition.state()), create(later.state()),
                create(inner.state()), create(outer.state()), create(evidence.state()));

        assertEquals(new BriefingContent(revision, briefing, edition, text.text(), List.of(),
                List.of(outer, inner, later), List.of(evidence)), store.read(edition.id(), NONE));
        assertEquals(List.of(evidence), store.evidence(hub.id(), NONE).toList());
        assertThrows(StoreException.class, () -> store.read(Ids.next(), NONE));
    }

    @Test
    void aTextIsKeptWithItsBytes() throws Exception {
        store.keep(text, NONE);
        store.keep(text, NONE);
        reopen();
        EditionText kept = store.text(text.textSha256(), NONE);

        assertEquals(text.text(), kept.text());
        assertEquals(text.fileSha256(), kept.fileSha256());
        assertArrayEquals(text.original(), kept.original());
        assertThrows(StoreException.class, () -> store.text(text.textSha256().replace('a', 'b'), NONE));
        assertThrows(StoreException.class, () -> store.keep(
                new EditionText(text.textSha256(), "another", text.fileSha256(), text.original()), NONE));
    }

    @Test
    void manyPassagesComePageByPageInOrder() throws Exception {
        EditionText text = Sample.text("第一句。第二句！第三句？".repeat(1_000));
        Briefing briefing = sample.briefing("简报");
        Edition edition = sample.edition(briefing, text);
        ObjectState code = sample.code("税收");
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            int start = (i * 7_919 % 5_000) * 2;
            passages.add(i % 5 == 0 ? sample.passage(edition, text, start, start + 3, code.id())
                    : sample.passage(edition, text, start, start + 3));
        }
        accepted(create(briefing.state()), create(edition.state()), create(code));
        accepted(sample.set(newest(), Sample.creates(passages.stream().map(Passage::state).toList())));
        List<Passage> inPlace = passages.stream()
                .sorted(Comparator.comparingInt(p -> p.anchor().start())).toList();
        PassageFilter all = PassageFilter.all(sample.project);

        assertEquals(inPlace, store.passages(all, PassageOrder.PLACE, NONE).toList());
        assertEquals(new HashSet<>(passages), new HashSet<>(store.passages(all, PassageOrder.NEWEST, NONE).toList()));
        assertEquals(inPlace.stream().filter(p -> !p.codes().isEmpty()).toList(), store.passages(
                new PassageFilter(sample.project, edition.id(), code.id(), null, null), PassageOrder.PLACE, NONE).toList());
        assertEquals(inPlace.stream().filter(p -> p.anchor().quote().contains("二")).toList(), store.passages(
                new PassageFilter(sample.project, null, null, null, "二"), PassageOrder.PLACE, NONE).toList());
        assertEquals(1_000, store.referrers(code.id(), NONE).toList().size());
        try (Cursor<Passage> cut = store.passages(all, PassageOrder.PLACE, NONE)) {
            assertEquals(inPlace.getFirst(), cut.next());
        }
    }

    @Test
    void passagesAreFoundByWhatTheyAreEvidenceOf() throws Exception {
        Briefing briefing = sample.briefing("简报");
        Edition edition = sample.edition(briefing, text);
        ObjectState hub = sample.hub("甲");
        Passage first = sample.passage(edition, text, 0, 4);
        Passage second = sample.passage(edition, text, 4, 8);
        accepted(create(hub), create(briefing.state()), create(edition.state()), create(first.state()),
                create(second.state()), create(sample.evidence(second, hub.id()).state()));

        assertEquals(List.of(second), store.passages(
                new PassageFilter(sample.project, null, null, hub.id(), null), PassageOrder.PLACE, NONE).toList());
    }

    @Test
    void newestPassagesComeFirst() throws Exception {
        Briefing briefing = sample.briefing("简报");
        Edition edition = sample.edition(briefing, text);
        Passage first = sample.passage(edition, text, 4, 8);
        Passage second = sample.passage(edition, text, 0, 4);
        accepted(create(briefing.state()), create(edition.state()), create(first.state()));
        accepted(create(second.state()));

        assertEquals(List.of(second, first),
                store.passages(PassageFilter.all(sample.project), PassageOrder.NEWEST, NONE).toList());
    }

    @Test
    void objectsOfATypeComeNowAndAsOfThen() throws Exception {
        Briefing first = sample.briefing("一");
        Briefing second = sample.briefing("二");
        ObjectState hub = sample.hub("甲");
        long then = accepted(create(second.state()), create(first.state()), create(hub));
        accepted(put(first.id(), "title", "一", "三"), new Change.Delete(second.state()));

        assertEquals(List.of(first.state(), second.state()),
                store.objects(sample.project, Set.of("Briefing"), OptionalLong.of(then), NONE).toList());
        assertEquals(List.of("三"),
                store.objects(sample.project, Set.of("Briefing", "Edition"), OptionalLong.empty(), NONE).toList().stream()
                        .map(s -> s.text("title")).toList());
        assertEquals(List.of("Briefing", "Hub"),
                store.objects(sample.project, Set.of("Hub", "Briefing"), OptionalLong.empty(), NONE).toList().stream()
                        .map(ObjectState::type).toList());
    }

    @Test
    void theHistoryOfAnObjectHasOnlyItsChanges() throws Exception {
        ObjectState hub = sample.hub("甲");
        ObjectState other = sample.hub("乙");
        accepted(create(other), create(hub));
        accepted(put(other.id(), "nameEn", null, "B"));
        long changed = accepted(put(other.id(), "nameEn", "B", "C"), put(hub.id(), "nameZh", "甲", "丙"));
        List<Revision> history = store.history(hub.id(), NONE).toList();

        assertEquals(List.of(2L, changed), history.stream().map(Revision::number).toList());
        assertEquals(List.of(create(hub)), history.getFirst().changes());
        assertEquals(List.of(put(hub.id(), "nameZh", "甲", "丙")), history.getLast().changes());
        assertEquals(List.of(), store.history(Ids.next(), NONE).toList());
    }

    @Test
    void theLogSaysWhatWasThereNotWhatTheClientBelieved() throws Exception {
        ObjectState hub = sample.hub("甲");
        accepted(create(hub));
        long revision = accepted(put(hub.id(), "nameZh", "wrong", "乙"),
                new Change.Remove(hub.id(), "aliases", Value.of("never there")));

        assertEquals(List.of(put(hub.id(), "nameZh", "甲", "乙")),
                store.since(sample.project, revision - 1, NONE).next().changes());
    }

    @Test
    void referrersAreThoseThatLive() throws Exception {
        ObjectState hub = sample.hub("甲");
        ObjectState mechanism = sample.mechanism("机制", hub.id());
        ObjectState part = sample.hub("乙", hub.id());
        accepted(create(hub), create(mechanism), create(part));
        assertEquals(List.of(new Referrer(part.id(), "Hub", "partOf"), new Referrer(mechanism.id(), "Mechanism", "hubs")),
                store.referrers(hub.id(), NONE).toList());

        accepted(new Change.Delete(part), new Change.Remove(mechanism.id(), "hubs", Value.ref(hub.id())));
        assertEquals(List.of(), store.referrers(hub.id(), NONE).toList());
    }

    @Test
    void whoeverCancelsGetsNothing() {
        NullProgressMonitor canceled = new NullProgressMonitor();
        canceled.setCanceled(true);

        assertThrows(OperationCanceledException.class, () -> store.projects(canceled));
    }
}
