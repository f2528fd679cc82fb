package org.hubmark.core.command;

import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.put;
import static org.hubmark.testing.TeamFixture.rename;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.hubmark.core.briefing.Comment;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.store.Revision;
import org.hubmark.testing.TeamSession;
import org.junit.jupiter.api.Test;

class RestoreCommandsTest extends TeamSession {

    @Test
    void anObjectIsWhatItWasAtARevision() throws Exception {
        ObjectState before = session.state(team.hub.id());
        session.execute("many", List.of(rename(session, team.hub, "other"),
                put(session, team.hub.id(), "country", Value.of("JP")),
                new Change.Remove(team.hub.id(), "aliases", Value.of("x")),
                new Change.Add(team.hub.id(), "aliases", Value.of("y"))));
        session.execute("move", List.of(new Change.Move(team.hub.id(), session.placement(team.hub.id()),
                new Placement(team.sample.model, "elements", "zz"))));
        sync(session);

        roundTrip(restore(team.hub.id(), 1));
        assertEquals(before, session.state(team.hub.id()));
        assertEquals(List.of(), restore(team.hub.id(), 1));
    }

    @Test
    void theHistoryOfAnObjectIsNewestFirst() throws Exception {
        session.execute("one", List.of(rename(session, team.hub, "one"), rename(session, team.other, "one")));
        session.execute("two", List.of(rename(session, team.hub, "two")));
        sync(session);

        List<Revision> history = get(session.team().history(team.hub.id()));
        assertEquals(List.of("two", "one"), history.stream().map(Revision::label).limit(2).toList());
        assertEquals(1, history.get(1).changes().size());
    }

    @Test
    void aDeletedElementComesBackWithAllThatWentWithIt() throws Exception {
        session.execute("comment", CommentCommands.add(session, team.hub.id(), "one", List.of()));
        sync(session);
        List<ObjectState> before = database.states(team.sample.project);
        long then = session.revision();
        session.execute("delete", get(ElementCommands.delete(session, Set.of(team.hub.id()))));
        session.execute("later", List.of(rename(session, team.other, "later")));
        sync(session);

        roundTrip(restore(team.hub.id(), then));
        session.execute("back", List.of(rename(session, team.other, "乙")));
        sync(session);
        assertEquals(before, database.states(team.sample.project));
        assertEquals(List.of("one"), session.team().comments(team.hub.id()).stream().map(Comment::text).toList());
    }

    @Test
    void whatWasDeletedPieceByPieceComesBackToo() throws Exception {
        session.execute("rename", List.of(rename(session, team.hub, "then")));
        sync(session);
        long then = session.revision();
        session.execute("delete the fact", get(ElementCommands.delete(session, Set.of(team.fact.id()))));
        session.execute("rename", List.of(rename(session, team.hub, "later")));
        UUID later = Ids.next();
        session.execute("a new fact", List.of(new Change.Create(new ObjectState(later, "Fact",
                new Placement(team.hub.id(), "facts", "zz"), Map.of(), Map.of()))));
        session.execute("delete", get(ElementCommands.delete(session, Set.of(team.hub.id()))));
        sync(session);

        roundTrip(restore(team.hub.id(), then));
        assertEquals("then", session.state(team.hub.id()).text("nameZh"));
        assertEquals("约283", session.state(team.quantity.id()).text("raw"));
        assertNull(session.state(later));
    }

    @Test
    void aPartBringsBackWhatHoldsIt() throws Exception {
        session.execute("delete", get(ElementCommands.delete(session, Set.of(team.hub.id()))));
        sync(session);

        roundTrip(restore(team.quantity.id(), 1));
        assertEquals("甲", session.state(team.hub.id()).text("nameZh"));
        assertEquals(team.fact.id(), session.placement(team.quantity.id()).container());
    }

    @Test
    void aReferenceToWhatIsGoneIsLeftAsItIs() throws Exception {
        session.execute("part", List.of(put(session, team.other.id(), "partOf", Value.ref(team.hub.id()))));
        sync(session);
        long then = session.revision();
        session.execute("delete", get(ElementCommands.delete(session, Set.of(team.hub.id()))));
        session.execute("rename", List.of(rename(session, team.other, "later")));
        sync(session);

        roundTrip(restore(team.other.id(), then));
        assertEquals("乙", session.state(team.other.id()).text("nameZh"));
        assertNull(session.state(team.other.id()).ref("partOf"));
    }

    @Test
    void aPassageComesBackWithItsEvidence() throws Exception {
        try (BriefingDocument document = get(session.openBriefing(team.edition.id()))) {
            session.execute("unmark", PassageCommands.delete(document, team.passage.id()));
            sync(session);
            roundTrip(restore(team.passage.id(), 1));

            assertEquals(team.passage, document.passage(team.passage.id()));
            assertEquals(1, document.evidence(team.passage.id()).size());
        }
    }

    @Test
    void aWholeBriefingComesBack() throws Exception {
        List<ObjectState> before = database.states(team.sample.project);
        session.execute("delete", get(BriefingCommands.delete(session, team.briefing.id())));
        sync(session);
        roundTrip(restore(team.briefing.id(), 1));

        assertEquals(before, database.states(team.sample.project));
    }

    @Test
    void whatWasNotThereCannotBeRestored() {
        UUID nothing = Ids.next();

        ExecutionException failed = assertThrows(ExecutionException.class, () -> restore(nothing, 1));
        assertInstanceOf(IllegalArgumentException.class, failed.getCause());
    }

    private List<Change> restore(UUID object, long revision) throws Exception {
        return get(RestoreCommands.restore(session, object, revision));
    }

    private void roundTrip(List<Change> changes) throws Exception {
        List<ObjectState> before = database.states(team.sample.project);
        session.execute("restore", changes);
        sync(session);
        List<ObjectState> after = database.states(team.sample.project);
        assertEquals(Optional.empty(), session.undo());
        sync(session);
        assertEquals(before, database.states(team.sample.project));
        assertEquals(Optional.empty(), session.redo());
        sync(session);
        assertEquals(after, database.states(team.sample.project));
        team.assertAllEqual(session);
    }
}
