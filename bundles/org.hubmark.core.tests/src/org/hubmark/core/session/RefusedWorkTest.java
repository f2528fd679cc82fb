package org.hubmark.core.session;

import static org.hubmark.core.session.SampleProject.MODEL;
import static org.hubmark.core.session.SampleProject.PROJECT;
import static org.hubmark.core.session.SampleProject.TSUKUBA;
import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.reach;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.command.ConflictCommands;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.model.Hub;
import org.junit.jupiter.api.Test;


/** What becomes of work that the store did not take: nothing is lost, and nothing is asked twice. */
class RefusedWorkTest extends TwoSessions {

    @Test
    void aSessionThatDiesWhileItsWorkIsRefusedLosesNothing() throws Exception {
        line.hold();
        mine.execute("my name", List.of(name(TSUKUBA, null, "Mine")));
        theirs.execute("their name", List.of(name(TSUKUBA, null, "Theirs")));
        sync(theirs);
        Path left = whatAKillWouldLeave(1);
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
        mine.execute("my name", List.of(name(TSUKUBA, null, "Mine")));
        theirs.execute("their name", List.of(name(TSUKUBA, null, "Theirs")));
        sync(theirs);
        Path left = whatAKillWouldLeave(1);
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
        List<Change> changes = new ArrayList<>(List.of(name(TSUKUBA, null, "Mine")));
        String text = "长".repeat(400_000);
        UUID last = null;
        for (int i = 0; i < 3; i++) {
            last = Ids.next();
            changes.add(new Change.Create(new ObjectState(last, "Hub", new Placement(MODEL, "elements", "z" + i),
                    Map.of("description", Value.of(text)), Map.of())));
        }
        mine.execute("long", changes);
        theirs.execute("their name", List.of(name(TSUKUBA, null, "Theirs")));
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
        mine.execute("mine", List.of(name(TSUKUBA, null, "Mine")));

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
        mine.execute("my name", List.of(name(TSUKUBA, null, "Mine")));
        assertEquals(Optional.empty(), mine.undo());
        theirs.execute("their name", List.of(name(TSUKUBA, null, "Theirs")));
        sync(theirs);
        line.release();

        sample.assertSame(mine);
        assertEquals(List.of(), mine.team().conflicts());
        assertTrue(conflicts.isEmpty());
        assertFalse(mine.canRedo());
    }

    @Test
    void whatIsLeftOfStepsThatWereTakenBackInPartIsDone() throws Exception {
        line.hold();
        mine.execute("my name", List.of(name(TSUKUBA, null, "Mine")));
        mine.execute("back, and a country", List.of(new Change.Put(TSUKUBA, "nameEn", Value.of("Mine"), null),
                new Change.Put(TSUKUBA, "country", null, Value.of("JP"))));
        theirs.execute("their name", List.of(name(TSUKUBA, null, "Theirs")));
        sync(theirs);
        line.release();

        sample.assertSame(mine);
        assertEquals(List.of("Theirs", "JP"), List.of(mine.state(TSUKUBA).text("nameEn"),
                mine.state(TSUKUBA).text("country")));
        assertEquals(List.of(), mine.team().conflicts());
        assertEquals("back, and a country", mine.undoLabel());
    }

    @Test
    void whoIsMadeAReaderHearsItOnceForAllThatWaits() throws Exception {
        line.hold();
        mine.execute("one", List.of(name(TSUKUBA, null, "Mine")));
        mine.execute("two", List.of(new Change.Put(TSUKUBA, "country", null, Value.of("JP"))));
        mine.execute("three", List.of(new Change.Put(TSUKUBA, "kind", null, Value.of("city"))));
        sample.store().members().change(new Member("ben", "ben", Role.READER), new NullProgressMonitor());
        line.release();

        String message = rejections.poll(20, TimeUnit.SECONDS).message();
        assertTrue(message.contains("one") && message.contains("2"), message);
        sample.assertSame(mine);
        assertTrue(rejections.isEmpty());
        assertFalse(mine.canUndo());
    }
}
