package org.hubmark.core.session;

import static org.hubmark.core.session.SampleProject.EDITION;
import static org.hubmark.core.session.SampleProject.FUNDING;
import static org.hubmark.core.session.SampleProject.GRENOBLE;
import static org.hubmark.core.session.SampleProject.PROJECT;
import static org.hubmark.core.session.SampleProject.TSUKUBA;
import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.reach;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.Value;
import org.hubmark.core.command.EvidenceCommands;
import org.hubmark.core.command.EvidenceTarget;
import org.hubmark.core.command.PassageCommands;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.history.ChangeLine;
import org.hubmark.core.history.RevisionSummary;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Revision;
import org.hubmark.core.text.Anchor;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoErrorsLogged.class)
class ActivityTest {

    @TempDir
    Path folder;
    private final Locale before = Locale.getDefault();
    private SampleProject sample;
    private Session ben;
    private Session chen;
    private final BlockingQueue<List<Revision>> arrivals = new LinkedBlockingQueue<>();
    private final BlockingQueue<Set<UUID>> unread = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        sample = new SampleProject();
        ben = openBen();
        chen = sample.open(sample.store().connect("chen"), folder.resolve("chen"));
    }

    private Session openBen() throws Exception {
        Session session = sample.open(sample.store().connect("ben"), folder.resolve("ben"));
        session.addListener(new SessionListener() {
            @Override
            public void arrived(List<Revision> foreign) {
                arrivals.add(foreign);
            }

            @Override
            public void unreadChanged() {
                unread.add(session.team().unread());
            }
        });
        return session;
    }

    @AfterEach
    void close() {
        ben.close();
        chen.close();
        Locale.setDefault(before);
    }

    @Test
    void theLogComesInPagesNewestFirstAndReadsLikeASentence() throws Exception {
        UUID fact = Ids.next();
        chen.execute("rename", List.of(rename(TSUKUBA, null, "Tsukuba")));
        chen.execute("fact", List.of(fact(fact, TSUKUBA)));
        chen.execute("text", List.of(new Change.Put(fact, "text", null, Value.of("283 km²"))));
        sync(chen);

        List<Revision> page = get(ben.team().log(LogFilter.all(PROJECT), 2));
        List<Revision> next = get(ben.team().log(new LogFilter(PROJECT, page.getLast().number(), null, null, null, null),
                1));
        assertEquals(List.of(4L, 3L), page.stream().map(Revision::number).toList());
        assertEquals(List.of(2L), next.stream().map(Revision::number).toList());

        reach(ben, 4);
        assertEquals(List.of("area (Tsukuba) · Text: (nothing) → 283 km²"), lines(page.getFirst()));
        assertEquals(List.of("New: Fact area (Tsukuba)"), lines(page.get(1)));
        assertEquals(List.of("Tsukuba · English name: (nothing) → Tsukuba"), lines(next.getFirst()));
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        assertEquals(List.of("area（筑波） · 文字：（空） → 283 km²"), lines(page.getFirst()));
    }

    @Test
    void whatIsDeletedByNowIsStillCalledByItsName() throws Exception {
        UUID fact = Ids.next();
        chen.execute("fact", List.of(fact(fact, TSUKUBA)));
        chen.execute("text", List.of(new Change.Put(fact, "text", null, Value.of("283"))));
        var state = SampleProject.object(fact, "Fact", TSUKUBA, "facts", 0,
                Map.of("key", Value.of("area"), "text", Value.of("283")));
        chen.execute("delete", List.of(new Change.Delete(state)));
        sync(chen);
        reach(ben, 4);

        List<Revision> log = get(ben.team().log(LogFilter.all(PROJECT), 2));
        assertEquals(List.of("Deleted: Fact area (筑波)"), lines(log.get(0)));
        assertEquals(List.of("area (筑波) · Text: (nothing) → 283"), lines(log.get(1)));
    }

    @Test
    void passagesAreCalledByTheirQuotesEvenIfNobodyHasOpenedThem() throws Exception {
        UUID passage = mark(chen);
        chen.execute("link", EvidenceCommands.link(passage, EvidenceTarget.of(TSUKUBA), Stance.SUPPORTS, "chen"));
        chen.execute("code", List.of(new Change.Add(passage, "codes", Value.ref(FUNDING))));
        sync(chen);
        reach(ben, 4);

        List<Revision> log = get(ben.team().log(LogFilter.all(PROJECT), 3));
        assertEquals(List.of("“筑波科学城” · Codes: + 经费"), lines(log.get(0)));
        assertEquals(List.of("New: Evidence “筑波科学城” → 筑波"), lines(log.get(1)));
        assertEquals(List.of("New: Passage “筑波科学城”"), lines(log.get(2)));
    }

    @Test
    void revisionsOfOthersAreAnnouncedAndOwnOnesAreNot() throws Exception {
        ben.execute("mine", List.of(rename(GRENOBLE, null, "Grenoble")));
        sync(ben);
        chen.execute("theirs", List.of(rename(TSUKUBA, null, "Tsukuba")));
        sync(chen);

        List<Revision> arrived = arrivals.poll(20, TimeUnit.SECONDS);
        assertEquals(List.of("theirs"), arrived.stream().map(Revision::label).toList());
        assertTrue(arrivals.isEmpty());
    }

    @Test
    void whatOthersChangedIsUnreadUntilItIsSeen() throws Exception {
        chen.execute("fact", List.of(fact(Ids.next(), TSUKUBA)));
        UUID passage = mark(chen);
        sync(chen);
        ben.execute("mine", List.of(rename(GRENOBLE, null, "Grenoble")));
        awaitUnread(Set.of(TSUKUBA, passage));

        ben.team().markSeen(Set.of(TSUKUBA));
        awaitUnread(Set.of(passage));
    }

    @Test
    void evidenceMakesItsPassageUnreadWhoeverHasItOpen() throws Exception {
        UUID passage = mark(chen);
        sync(chen);
        awaitUnread(Set.of(passage));
        ben.team().markSeen(Set.of(passage));
        var link = EvidenceCommands.link(passage, EvidenceTarget.of(TSUKUBA), Stance.SUPPORTS, "chen");
        chen.execute("link", link);
        sync(chen);
        awaitUnread(Set.of(passage));
        ben.team().markSeen(Set.of(passage));
        chen.execute("stance", List.of(new Change.Put(link.getFirst().object(), "stance", Value.of("supports"),
                Value.of("mentions"))));
        sync(chen);

        awaitUnread(Set.of(passage));
    }

    @Test
    void whatHappenedWhileTheMemberWasAwayIsUnreadToo() throws Exception {
        chen.execute("before", List.of(rename(GRENOBLE, null, "Grenoble")));
        sync(chen);
        awaitUnread(Set.of(GRENOBLE));
        ben.close();
        chen.execute("meanwhile", List.of(rename(TSUKUBA, null, "Tsukuba")));
        sync(chen);

        ben = openBen();
        awaitUnread(Set.of(GRENOBLE, TSUKUBA));
        ben.team().markSeen(Set.of(GRENOBLE, TSUKUBA));
        ben.close();
        ben = openBen();
        assertEquals(Set.of(), ben.team().unread());
    }

    @Test
    void whatIsDeletedIsNoLongerUnread() throws Exception {
        UUID fact = Ids.next();
        chen.execute("fact", List.of(fact(fact, TSUKUBA)));
        UUID passage = mark(chen);
        awaitUnread(Set.of(TSUKUBA, passage));
        BriefingDocument document = get(chen.openBriefing(EDITION));
        chen.execute("unmark", PassageCommands.delete(document, passage));
        sync(chen);

        awaitUnread(Set.of(TSUKUBA));
    }

    @Test
    void aDamagedFileCountsEverythingAsSeen() throws Exception {
        ben.close();
        try (var files = Files.list(folder.resolve("ben").resolve(PROJECT.toString()))) {
            Path file = files.filter(f -> f.getFileName().toString().startsWith("unread-")).findFirst().orElseThrow();
            Files.writeString(file, "nonsense");
        }
        chen.execute("meanwhile", List.of(rename(TSUKUBA, null, "Tsukuba")));
        sync(chen);

        ben = openBen();
        assertEquals(Set.of(), ben.team().unread());
    }

    private void awaitUnread(Set<UUID> expected) throws InterruptedException {
        Set<UUID> last = ben.team().unread();
        while (!expected.equals(last)) {
            last = unread.poll(20, TimeUnit.SECONDS);
            assertTrue(last != null, () -> "unread is " + ben.team().unread());
        }
    }

    private UUID mark(Session session) throws Exception {
        try (BriefingDocument document = get(session.openBriefing(EDITION))) {
            List<Change> changes = PassageCommands.mark(document, Anchor.of(document.text(), 0, 5), Set.of(), null);
            session.execute("mark", changes);
            return changes.getFirst().object();
        }
    }

    private List<String> lines(Revision revision) throws Exception {
        RevisionSummary summary = get(ben.team().describe(List.of(revision))).getFirst();
        assertEquals(revision.number(), summary.number());
        return summary.lines().stream().map(ChangeLine::text).toList();
    }

    private static Change fact(UUID id, UUID owner) {
        return new Change.Create(
                SampleProject.object(id, "Fact", owner, "facts", 0, Map.of("key", Value.of("area"))));
    }

    private static Change rename(UUID object, String old, String now) {
        return new Change.Put(object, "nameEn", Value.of(old), Value.of(now));
    }
}
