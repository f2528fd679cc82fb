package org.hubmark.core.session;

import static org.hubmark.core.session.SampleProject.EDITION;
import static org.hubmark.core.session.SampleProject.MODEL;
import static org.hubmark.core.session.SampleProject.PROJECT;
import static org.hubmark.core.session.SampleProject.TSUKUBA;
import static org.hubmark.core.session.SampleProject.get;
import static org.hubmark.core.session.SampleProject.reach;
import static org.hubmark.core.session.SampleProject.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.command.ConflictCommands;
import org.hubmark.core.conflict.Conflict;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.core.conflict.ConflictViews;
import org.hubmark.core.store.CommitResult;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of work that the store did not take, and for whom. */
@ExtendWith(NoErrorsLogged.class)
class ConflictRecordTest {

    @TempDir
    Path folder;
    private SampleProject sample;
    private FakeStore line;
    private Session mine;
    private Session theirs;
    private final BlockingQueue<ConflictView> conflicts = new LinkedBlockingQueue<>();
    private final BlockingQueue<Rejection> rejections = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() throws Exception {
        sample = new SampleProject();
        line = sample.store().connect("ben");
        mine = sample.open(line, folder.resolve("mine"));
        theirs = sample.open(sample.store().connect("chen"), folder.resolve("theirs"));
        mine.addListener(new SessionListener() {
            @Override
            public void conflicted(ConflictView conflict) {
                conflicts.add(conflict);
            }

            @Override
            public void rejected(Rejection rejection) {
                rejections.add(rejection);
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
    void aConflictReadsWellInBothLanguages() throws Exception {
        contend();

        ConflictView english = view(Locale.ENGLISH);
        assertEquals("my name", english.label());
        assertEquals("ben", english.author());
        ConflictView.Item item = english.items().getFirst();
        assertEquals(List.of("Theirs", "Hub", "English name", "(nothing)", "Mine", "Theirs", "chen"), List.of(item.name(),
                item.type(), item.feature(), item.base(), item.mine(), item.theirs(), item.who()));
        assertTrue(item.text().startsWith("chen changed “English name” of “Theirs” to “Theirs” on "), item.text());
        assertEquals(List.of("Theirs · English name: (nothing) → Mine"),
                english.work().stream().map(Object::toString).toList());
        ConflictView chinese = view(Locale.SIMPLIFIED_CHINESE);
        assertTrue(chinese.text().contains("双方内容都已保留"), chinese.text());
        assertEquals("英文名", chinese.items().getFirst().feature());
    }

    @Test
    void theRecordIsInTheStoreForEverybodyAndSurvivesRestarts() throws Exception {
        contend();
        sync(mine);
        mine.close();

        try (Session later = sample.open(sample.store().connect("curator"), folder.resolve("later"))) {
            ConflictView conflict = later.team().conflicts().getFirst();
            assertTrue(conflict.isOpen());
            later.execute("decide", get(ConflictCommands.takeMine(later, conflict.id())));
            sync(later);
            assertEquals("Mine", later.state(TSUKUBA).text("nameEn"));
            Conflict decided = later.team().conflict(conflict.id());
            assertEquals(List.of(Conflict.State.MINE, "curator"), List.of(decided.state(), decided.decidedBy()));
            assertFalse(later.team().conflicts().getFirst().isOpen());
        }
    }

    @Test
    void listenersHearOfNewConflictsAndOfDecisions() throws Exception {
        BlockingQueue<List<Boolean>> heard = new LinkedBlockingQueue<>();
        theirs.addListener(new SessionListener() {
            @Override
            public void conflictsChanged() {
                heard.add(theirs.team().conflicts().stream().map(ConflictView::isOpen).toList());
            }
        });
        contend();
        assertEquals(List.of(true), heard.poll(20, TimeUnit.SECONDS));
        mine.execute("decide", ConflictCommands.keepTheirs(mine, view(Locale.ENGLISH).id()));
        sync(mine);
        assertEquals(List.of(false), heard.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void whatWaitsCannotBeUndoneButItsDecisionCan() throws Exception {
        contend();
        assertFalse(mine.canUndo());
        UUID conflict = mine.team().conflicts().getFirst().id();
        mine.execute("decide", get(ConflictCommands.takeMine(mine, conflict)));
        sync(mine);

        assertEquals(Optional.empty(), mine.undo());
        assertEquals("Theirs", mine.state(TSUKUBA).text("nameEn"));
        assertEquals(Conflict.State.OPEN, mine.team().conflict(conflict).state());
        assertEquals(Optional.empty(), mine.redo());
        assertEquals("Mine", mine.state(TSUKUBA).text("nameEn"));
        sample.assertSame(mine);
    }

    @Test
    void aSessionThatDiesWhileItsWorkIsRefusedLosesNothing() throws Exception {
        line.hold();
        mine.execute("my name", List.of(name("Mine")));
        theirs.execute("their name", List.of(name("Theirs")));
        sync(theirs);
        Path left = copyWhenSafe("my name");
        line.setOffline(true);
        line.release();

        for (int i = 0; i < 2; i++) {
            try (Session next = sample.open(sample.store().connect("ben"), left)) {
                sync(next);
                assertEquals(List.of("my name"), next.team().conflicts().stream().map(ConflictView::label).toList());
            }
        }
    }

    @Test
    void aSessionThatDiesBetweenTwoWritesRecordsTheConflictOnce() throws Exception {
        line.hold();
        mine.execute("my name", List.of(name("Mine")));
        theirs.execute("their name", List.of(name("Theirs")));
        sync(theirs);
        Path left = copyWhenSafe("my name");
        line.release();
        sync(mine);
        Path other = folder.resolve("mine").resolve(PROJECT.toString());

        try (Session next = sample.open(sample.store().connect("ben"), left)) {
            sync(next);
            assertEquals(1, next.team().conflicts().size(), "the first session has recorded it already");
        }
        assertTrue(Files.exists(other));
    }

    @Test
    void whatIsTooLongForARecordStaysOnTheAuthorsMachine() throws Exception {
        line.hold();
        List<Change> changes = new ArrayList<>(List.of(name("Mine")));
        String text = "长".repeat(400_000);
        UUID last = null;
        for (int i = 0; i < 3; i++) {
            last = Ids.next();
            changes.add(new Change.Create(new ObjectState(last, "Hub", new Placement(MODEL, "elements", "z" + i),
                    Map.of("description", Value.of(text)), Map.of())));
        }
        mine.execute("long", changes);
        theirs.execute("their name", List.of(name("Theirs")));
        sync(theirs);
        line.release();
        assertEquals("long", conflicts.poll(20, TimeUnit.SECONDS).label());
        sync(mine);
        reach(theirs, mine.revision());

        UUID conflict = theirs.team().conflicts().getFirst().id();
        assertTrue(theirs.team().conflicts().getFirst().work().isEmpty());
        ExecutionException failed = assertThrows(ExecutionException.class,
                () -> get(ConflictCommands.takeMine(theirs, conflict)));
        assertTrue(failed.getCause() instanceof IllegalStateException);
        mine.execute("decide", get(ConflictCommands.takeMine(mine, conflict)));
        sync(mine);
        assertEquals(text, mine.state(last).text("description"));
        sample.assertSame(mine);
    }

    @Test
    void aRefusalThatNobodyElseCausedIsAMessageAndTheWorkIsKeptInAFile() throws Exception {
        line.answerNext(new CommitResult.Refused(CommitResult.Reason.CONTAINMENT, "No."));
        mine.execute("mine", List.of(name("Mine")));

        assertTrue(rejections.poll(20, TimeUnit.SECONDS).message().contains("No."));
        assertNull(mine.state(TSUKUBA).text("nameEn"));
        assertEquals(List.of(), mine.team().conflicts());
        mine.close();
        try (var files = Files.list(folder.resolve("mine").resolve(PROJECT.toString()).resolve("refused"))) {
            assertTrue(Files.readString(files.findFirst().orElseThrow()).contains("Mine"));
        }
    }

    @Test
    void aStepThatWasTakenBackBeforeItWasRefusedLeavesNoQuestion() throws Exception {
        line.hold();
        mine.execute("my name", List.of(name("Mine")));
        assertEquals(Optional.empty(), mine.undo());
        theirs.execute("their name", List.of(name("Theirs")));
        sync(theirs);
        line.release();

        sample.assertSame(mine);
        assertEquals(List.of(), mine.team().conflicts());
        assertTrue(conflicts.isEmpty());
        assertFalse(mine.canRedo());
    }

    @Test
    void aPassageOfAnOpenDocumentIsContendedToo() throws Exception {
        BriefingDocument document = get(mine.openBriefing(EDITION));
        var mark = org.hubmark.core.command.PassageCommands.mark(document,
                org.hubmark.core.text.Anchor.of(document.text(), 0, 5), java.util.Set.of(), null);
        mine.execute("mark", mark);
        sync(mine);
        reach(theirs, mine.revision());
        UUID passage = mark.getFirst().object();
        line.hold();
        mine.execute("memo", List.of(new Change.Put(passage, "memo", null, Value.of("mine"))));
        theirs.execute("memo", List.of(new Change.Put(passage, "memo", null, Value.of("theirs"))));
        sync(theirs);
        line.release();

        assertEquals("“筑波科学城”", conflicts.poll(20, TimeUnit.SECONDS).items().getFirst().name());
        assertEquals("theirs", document.passage(passage).memo());
    }

    private void contend() throws Exception {
        line.hold();
        mine.execute("my name", List.of(name("Mine")));
        theirs.execute("their name", List.of(name("Theirs")));
        sync(theirs);
        line.release();
        sync(mine);
        reach(theirs, mine.revision());
    }

    private ConflictView view(Locale locale) {
        UUID id = theirs.team().conflicts().getFirst().id();
        return new ConflictViews(locale, theirs::state).of(theirs.team().conflict(id));
    }

    private static Change name(String now) {
        return new Change.Put(TSUKUBA, "nameEn", null, Value.of(now));
    }

    /** A copy of the outbox of my session, as it is when a change set is safe in it. */
    private Path copyWhenSafe(String label) throws Exception {
        Path from = folder.resolve("mine").resolve(PROJECT.toString());
        Path to = folder.resolve("left").resolve(PROJECT.toString());
        Files.createDirectories(to);
        Path file;
        try (var files = Files.list(from)) {
            file = files.filter(f -> f.toString().endsWith(".jsonl")).findFirst().orElseThrow();
        }
        get(java.util.concurrent.CompletableFuture.runAsync(() -> {
            try {
                while (!Files.readString(file).contains(label)) {
                    Thread.onSpinWait();
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }));
        Files.copy(file, to.resolve(file.getFileName()));
        return folder.resolve("left");
    }

    /** A change set is only data. */
    @Test
    void theWholeWorkCanBeReadAgain() throws Exception {
        contend();
        List<ChangeSet> work = get(theirs.team().work(theirs.team().conflict(theirs.team().conflicts().getFirst().id())));
        assertEquals(List.of(name("Mine")), work.getFirst().changes());
    }
}
