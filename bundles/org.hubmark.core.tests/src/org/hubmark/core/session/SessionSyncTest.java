package org.hubmark.core.session;

import static org.hubmark.core.session.SampleProject.EDITION;
import static org.hubmark.core.session.SampleProject.GRENOBLE;
import static org.hubmark.core.session.SampleProject.LICENSING;
import static org.hubmark.core.session.SampleProject.MODEL;
import static org.hubmark.core.session.SampleProject.PROJECT;
import static org.hubmark.core.session.SampleProject.TSUKUBA;
import static org.hubmark.core.session.SampleProject.get;
import static org.hubmark.core.session.SampleProject.model;
import static org.hubmark.core.session.SampleProject.reach;
import static org.hubmark.core.session.SampleProject.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.text.SourceText;
import org.hubmark.model.Hub;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoErrorsLogged.class)
class SessionSyncTest {

    @TempDir
    Path folder;
    private SampleProject sample;
    private FakeStore line;
    private Session mine;
    private Session theirs;
    private final BlockingQueue<Rejection> rejections = new LinkedBlockingQueue<>();
    private final BlockingQueue<ConflictView> conflicts = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() throws Exception {
        sample = new SampleProject();
        line = sample.store().connect("ben");
        mine = sample.open(line, folder.resolve("mine"));
        theirs = sample.open(sample.store().connect("chen"), folder.resolve("theirs"));
        mine.addListener(new SessionListener() {
            @Override
            public void rejected(Rejection rejection) {
                rejections.add(rejection);
            }

            @Override
            public void conflicted(ConflictView conflict) {
                conflicts.add(conflict);
            }
        });
    }

    @AfterEach
    void close() {
        line.release();
        mine.close();
        theirs.close();
    }

    @Test
    void aColleaguesChangeArrivesWithoutAsking() throws Exception {
        theirs.execute("rename", List.of(name(TSUKUBA, null, "Tsukuba")));
        sync(theirs);

        reach(mine, theirs.revision());

        assertEquals("Tsukuba", mine.find(TSUKUBA, Hub.class).getNameEn());
    }

    @Test
    void whileTheStoreIsAwayWorkGoesOnAndIsSentLater() throws Exception {
        CompletableFuture<SyncState> offline = new CompletableFuture<>();
        mine.addListener(new SessionListener() {
            @Override
            public void syncStateChanged(SyncState state) {
                if (state.kind() == SyncState.Kind.OFFLINE) {
                    offline.complete(state);
                }
            }
        });
        line.setOffline(true);
        mine.execute("one", List.of(name(TSUKUBA, null, "One")));
        mine.execute("two", List.of(name(GRENOBLE, null, "Two")));

        assertTrue(get(offline).message().contains("can't be reached"));
        assertEquals(2, mine.syncState().waiting());
        assertEquals("One", mine.find(TSUKUBA, Hub.class).getNameEn());
        line.setOffline(false);

        sample.assertSame(mine);
        assertEquals(3, mine.revision());
    }

    @Test
    void whatADeadSessionLeftIsSentByTheNextOneOnceAndInOrder() throws Exception {
        line.setOffline(true);
        UUID fact = Ids.next();
        mine.execute("fact", List.of(fact(fact, TSUKUBA)));
        mine.execute("text", List.of(new Change.Put(fact, "text", null, Value.of("一"))));
        mine.execute("text", List.of(new Change.Put(fact, "text", Value.of("一"), Value.of("二"))));
        Path left = whatAKillWouldLeave(3);

        try (Session next = sample.open(left)) {
            sample.assertSame(next);
            assertEquals(4, next.revision());
            assertEquals("二", ((org.hubmark.model.Fact) next.find(fact)).getText());
            next.execute("text", List.of(new Change.Put(fact, "text", Value.of("二"), Value.of("三"))));
            sample.assertSame(next);
        }
        try (Session again = sample.open(left)) {
            sample.assertSame(again);
            assertEquals(5, again.revision());
        }
    }

    @Test
    void whatTheStoreTookBeforeTheSessionDiedIsNotDoneAgain() throws Exception {
        line.hold();
        mine.execute("one", List.of(name(TSUKUBA, null, "One")));
        Path left = whatAKillWouldLeave(1);
        line.release();
        sync(mine);
        theirs.execute("other", List.of(name(TSUKUBA, "One", "Other")));
        sync(theirs);

        try (Session next = sample.open(left)) {
            sample.assertSame(next);
            assertEquals(3, next.revision());
            assertEquals("Other", next.find(TSUKUBA, Hub.class).getNameEn());
        }
    }

    @Test
    void halfAWrittenLineIsLeftOut() throws Exception {
        line.setOffline(true);
        mine.execute("one", List.of(name(TSUKUBA, null, "One")));
        Path left = whatAKillWouldLeave(1);
        try (var files = Files.walk(left)) {
            Path file = files.filter(f -> f.toString().endsWith(".jsonl")).findFirst().orElseThrow();
            Files.writeString(file, "{\"id\":\"0199", StandardOpenOption.APPEND);
        }

        try (Session next = sample.open(left)) {
            sample.assertSame(next);
            next.execute("two", List.of(name(GRENOBLE, null, "Two")));
            sample.assertSame(next);
            assertEquals(3, next.revision());
        }
    }

    @Test
    void anAnswerThatIsLostOnTheWayDoublesNothing() throws Exception {
        line.loseNextAnswer();
        UUID fact = Ids.next();
        mine.execute("fact", List.of(fact(fact, TSUKUBA)));

        sample.assertSame(mine);
        assertEquals(2, mine.revision());
        assertTrue(rejections.isEmpty());
    }

    @Test
    void aConflictTakesBackThatStepOnlyAndSaysWhoAndWhat() throws Exception {
        line.hold();
        UUID fact = Ids.next();
        mine.execute("my name", List.of(name(TSUKUBA, null, "Mine")));
        mine.execute("fact", List.of(fact(fact, TSUKUBA)));
        mine.execute("again", List.of(name(GRENOBLE, null, "Grenoble")));
        theirs.execute("their name", List.of(name(TSUKUBA, null, "Theirs")));
        sync(theirs);
        line.release();

        ConflictView conflict = conflicts.poll(20, TimeUnit.SECONDS);
        sample.assertSame(mine);

        assertEquals("Theirs", mine.find(TSUKUBA, Hub.class).getNameEn());
        assertEquals("Grenoble", mine.find(GRENOBLE, Hub.class).getNameEn());
        assertEquals(1, mine.find(TSUKUBA, Hub.class).getFacts().size());
        for (String part : List.of("my name", "chen", "Theirs", "Mine")) {
            assertTrue(conflict.text().contains(part), conflict.text());
        }
        assertEquals(5, mine.revision());
        mine.undo();
        mine.undo();
        assertFalse(mine.canUndo(), "what never happened can't be undone");
    }

    @Test
    void stepsThatNeedARefusedOneAreRefusedWithIt() throws Exception {
        line.answerNext(new CommitResult.Refused(CommitResult.Reason.ROLE, "Readers can't change " + TSUKUBA + "."));
        UUID fact = Ids.next();
        line.hold();
        List<ObjectState> before = model(mine);
        mine.execute("fact", List.of(fact(fact, TSUKUBA)));
        mine.execute("text", List.of(new Change.Put(fact, "text", null, Value.of("一"))));
        line.release();

        assertTrue(rejections.poll(20, TimeUnit.SECONDS).message().contains("Readers can't change “筑波”."));
        sample.assertSame(mine);
        assertEquals(before, model(mine));
        assertTrue(rejections.isEmpty(), "one message is enough");
        assertEquals(List.of(), mine.team().conflicts());
    }

    @Test
    void undoIsRefusedOnceAColleagueHasChangedTheSame() throws Exception {
        mine.execute("my name", List.of(name(TSUKUBA, null, "Mine")));
        sync(mine);
        reach(theirs, 2);
        theirs.execute("their name", List.of(name(TSUKUBA, "Mine", "Theirs")));
        sync(theirs);
        reach(mine, 3);

        Optional<String> reason = mine.undo();

        for (String part : List.of("my name", "chen", "their name")) {
            assertTrue(reason.orElseThrow().contains(part), reason.get());
        }
        assertEquals("Theirs", mine.find(TSUKUBA, Hub.class).getNameEn());
        assertEquals(3, mine.revision());
    }

    @Test
    void undoOfACreationIsRefusedWhenAColleagueBuildsOnIt() throws Exception {
        UUID fact = Ids.next();
        mine.execute("fact", List.of(fact(fact, TSUKUBA)));
        sync(mine);
        reach(theirs, 2);
        theirs.execute("text", List.of(new Change.Put(fact, "text", null, Value.of("一"))));
        sync(theirs);
        reach(mine, 3);

        assertTrue(mine.undo().isPresent());
        sample.assertSame(mine);
    }

    @Test
    void anUndoThatTheStoreRefusesIsTakenBackAndReported() throws Exception {
        mine.execute("my name", List.of(name(TSUKUBA, null, "Mine")));
        sync(mine);
        line.hold();
        assertEquals(Optional.empty(), mine.undo());
        assertNull(mine.find(TSUKUBA, Hub.class).getNameEn());
        reach(theirs, 2);
        theirs.execute("their name", List.of(name(TSUKUBA, "Mine", "Theirs")));
        sync(theirs);
        line.release();

        assertTrue(conflicts.poll(20, TimeUnit.SECONDS).text().contains("chen"));
        sample.assertSame(mine);
        assertEquals("Theirs", mine.find(TSUKUBA, Hub.class).getNameEn());
    }

    @Test
    void twoPeopleInsertAtTheSamePlaceAndBothStand() throws Exception {
        String between = OrderKeys.between(mine.placement(TSUKUBA).order(), mine.placement(GRENOBLE).order());
        line.hold();
        mine.execute("mine", List.of(hub(Ids.next(), between)));
        theirs.execute("theirs", List.of(hub(Ids.next(), between)));
        sync(theirs);
        line.release();

        sample.assertSame(mine);
        reach(theirs, 3);
        assertEquals(model(mine), model(theirs));
        assertEquals(5, mine.project().getHubModel().getElements().size());
    }

    @Test
    void aColleaguesDeletionWinsOverAnEditThatCameLater() throws Exception {
        line.hold();
        mine.execute("edit", List.of(name(LICENSING, null, "Licensing")));
        ObjectState last = sample.store().states(PROJECT).stream().filter(s -> s.id().equals(LICENSING)).findFirst()
                .orElseThrow();
        theirs.execute("delete", List.of(new Change.Delete(last)));
        sync(theirs);
        line.release();

        assertTrue(conflicts.poll(20, TimeUnit.SECONDS).text().contains("chen"));
        sample.assertSame(mine);
        assertNull(mine.find(LICENSING));
    }

    @Test
    void anImportedTextWaitsWithItsEditionAndCanBeReadMeanwhile() throws Exception {
        line.setOffline(true);
        byte[] bytes = "新的简报。".getBytes(StandardCharsets.UTF_8);
        String sha = SourceText.sha256(bytes);
        mine.keep(new EditionText(sha, "新的简报。", sha, bytes));
        Briefing briefing = new Briefing(Ids.next(), PROJECT, OrderKeys.nth(9), null, "新", null, null, null, null,
                null, "zh", null);
        Edition edition = new Edition(Ids.next(), briefing.id(), OrderKeys.nth(0), "b.txt", "text/plain", "UTF-8", sha,
                sha, 5, 5, "ben", "2026-01-01T00:00:00Z");
        mine.execute("import", List.of(new Change.Create(briefing.state()), new Change.Create(edition.state())));

        assertEquals("新的简报。", get(mine.openBriefing(edition.id())).text());
        line.setOffline(false);
        sync(mine);

        assertEquals("新的简报。", sample.store().text(sha, new NullProgressMonitor()).text());
        assertEquals(List.of("简报", "新"), mine.briefings().stream().map(Briefing::title).toList());
        assertEquals("新的简报。", get(theirs.openBriefing(edition.id())).text());
    }

    @Test
    void closingSendsWhatIsWaitingAndLeavesNoFile() throws Exception {
        mine.execute("one", List.of(name(TSUKUBA, null, "One")));
        mine.close();

        assertEquals(2, sample.store().open(PROJECT, java.util.OptionalLong.empty(), new NullProgressMonitor())
                .revision());
        try (var files = Files.walk(folder.resolve("mine"))) {
            assertEquals(0, files.filter(f -> f.toString().endsWith(".jsonl")).count());
        }
    }

    @Test
    void anEditionThatIsNotThereIsAnErrorOfTheStore() {
        var failed = org.junit.jupiter.api.Assertions.assertThrows(java.util.concurrent.ExecutionException.class,
                () -> get(mine.openBriefing(Ids.next())));

        assertTrue(failed.getCause() instanceof StoreException);
        assertEquals(1, mine.editions(SampleProject.BRIEFING).size());
        assertEquals(EDITION, mine.editions(SampleProject.BRIEFING).getFirst().id());
    }

    /** A copy of what is on disk once this many change sets are safe there. */
    private Path whatAKillWouldLeave(int changeSets) throws Exception {
        Path from = folder.resolve("mine").resolve(PROJECT.toString());
        Path to = folder.resolve("left").resolve(PROJECT.toString());
        Files.createDirectories(to);
        CompletableFuture<Path> safe = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                Path file;
                do {
                    file = jsonl(from);
                    Thread.onSpinWait();
                } while (Files.readAllLines(file).size() < changeSets);
                safe.complete(file);
            } catch (IOException e) {
                safe.completeExceptionally(e);
            }
        });
        Path file = get(safe);
        Files.copy(file, to.resolve(file.getFileName()));
        return folder.resolve("left");
    }

    private static Path jsonl(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jsonl")).findFirst().orElseThrow();
        }
    }

    private static Change name(UUID object, String old, String now) {
        return new Change.Put(object, "nameEn", Value.of(old), Value.of(now));
    }

    private static Change fact(UUID id, UUID owner) {
        return new Change.Create(SampleProject.object(id, "Fact", owner, "facts", 0, Map.of()));
    }

    private static Change hub(UUID id, String order) {
        return new Change.Create(new ObjectState(id, "Hub", new Placement(MODEL, "elements", order), Map.of(),
                Map.of()));
    }
}
