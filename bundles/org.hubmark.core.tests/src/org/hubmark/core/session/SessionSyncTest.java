package org.hubmark.core.session;

import static org.hubmark.core.session.SampleProject.EDITION;
import static org.hubmark.core.session.SampleProject.GRENOBLE;
import static org.hubmark.core.session.SampleProject.LICENSING;
import static org.hubmark.core.session.SampleProject.MODEL;
import static org.hubmark.core.session.SampleProject.PROJECT;
import static org.hubmark.core.session.SampleProject.TSUKUBA;
import static org.hubmark.core.session.SampleProject.model;
import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.reach;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.StoreException;
import org.hubmark.model.Hub;
import org.junit.jupiter.api.Test;


/** What one does and a colleague sees, and what is taken back when the store refuses it. */
class SessionSyncTest extends TwoSessions {

    @Test
    void aColleaguesChangeArrivesWithoutAsking() throws Exception {
        theirs.execute("rename", List.of(name(TSUKUBA, null, "Tsukuba")));
        sync(theirs);

        reach(mine, theirs.revision());

        assertEquals("Tsukuba", mine.find(TSUKUBA, Hub.class).getNameEn());
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
    void anEditionThatIsNotThereIsAnErrorOfTheStore() {
        var failed = assertThrows(ExecutionException.class,
                () -> get(mine.openBriefing(Ids.next())));

        assertTrue(failed.getCause() instanceof StoreException);
        assertEquals(1, mine.editions(SampleProject.BRIEFING).size());
        assertEquals(EDITION, mine.editions(SampleProject.BRIEFING).getFirst().id());
    }

    private static Change hub(UUID id, String order) {
        return new Change.Create(new ObjectState(id, "Hub", new Placement(MODEL, "elements", order), Map.of(),
                Map.of()));
    }
}
