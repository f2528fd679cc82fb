package org.hubmark.testing;

import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.put;
import static org.hubmark.testing.TeamFixture.reach;
import static org.hubmark.testing.TeamFixture.rename;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.command.ConflictCommands;
import org.hubmark.core.conflict.Conflict;
import org.hubmark.core.conflict.Contention.Kind;
import org.hubmark.core.session.Rejection;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.store.AnnotationStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What two people can do at the same time, and what comes of it: the table. The first to reach the store is the
 * colleague ("theirs"); then comes "mine", made without knowing. A store is tested by a class that says how to open it.
 */
@ExtendWith(NoErrorsLogged.class)
public abstract class ConflictScenarios {

    @TempDir
    Path folder;
    protected TeamFixture team;
    private Line line;

    /** A connection of a member, who may be new, to the database of this test. */
    protected abstract AnnotationStore open(String member) throws Exception;

    @BeforeEach
    void fixture() throws Exception {
        team = new TeamFixture(this::open, folder);
        line = team.line("mei");
    }

    @AfterEach
    void close() {
        line.release();
        team.close();
    }

    @ParameterizedTest(name = "{0}: mine is taken")
    @MethodSource({ConflictTable.PREFIX + "values", ConflictTable.PREFIX + "deletions", ConflictTable.PREFIX + "places",
            ConflictTable.PREFIX + "records"})
    void mineIsTaken(ConflictTable.Scenario scenario) throws Exception {
        Session theirs = team.open("chen");
        Session mine = meet(scenario, theirs);
        if (scenario.conflicts().isEmpty()) {
            return;
        }
        UUID conflict = theirs.team().conflicts().getFirst().id();
        theirs.execute("decide", get(ConflictCommands.takeMine(theirs, conflict)));
        sync(theirs);
        reach(mine, theirs.revision());
        assertLook(scenario, scenario.taken(), theirs);
        assertEquals(Conflict.State.MINE, mine.team().conflict(conflict).state());
        team.assertAllEqual(mine, theirs);

        assertEquals(Optional.empty(), theirs.undo());
        sync(theirs);
        assertLook(scenario, scenario.stands(), theirs);
        assertEquals(Conflict.State.OPEN, theirs.team().conflict(conflict).state());
        team.assertAllEqual(mine, theirs);
    }

    @ParameterizedTest(name = "{0}: theirs is kept")
    @MethodSource({ConflictTable.PREFIX + "values", ConflictTable.PREFIX + "deletions", ConflictTable.PREFIX + "places",
            ConflictTable.PREFIX + "records"})
    void theirsIsKept(ConflictTable.Scenario scenario) throws Exception {
        Session theirs = team.open("chen");
        Session mine = meet(scenario, theirs);
        if (scenario.conflicts().isEmpty()) {
            return;
        }
        UUID conflict = mine.team().conflicts().getFirst().id();
        mine.execute("decide", ConflictCommands.keepTheirs(mine, conflict));
        sync(mine);
        assertLook(scenario, scenario.stands(), mine);
        assertEquals(List.of(), mine.team().conflicts().stream().filter(c -> c.isOpen()).toList());
        team.assertAllEqual(mine, theirs);
    }

    @Test
    void threeWritersLeaveOneValueAndTwoQuestions() throws Exception {
        Line second = team.line("li");
        Session chen = team.open("chen");
        Session mei = team.open(line.end(), team.outbox("mei"));
        Session li = team.open(second.end(), team.outbox("li"));
        line.hold();
        second.hold();
        mei.execute("mei", List.of(rename(mei, team.hub, "mei")));
        li.execute("li", List.of(rename(li, team.hub, "li")));
        chen.execute("chen", List.of(rename(chen, team.hub, "chen")));
        sync(chen);
        line.release();
        sync(mei);
        second.release();
        sync(li);
        team.assertAllEqual(chen, mei, li);

        assertEquals("chen", ConflictTable.names(chen, team.hub));
        assertEquals(Set.of("mei", "li"), chen.team().conflicts().stream().map(c -> c.items().getFirst().mine())
                .collect(java.util.stream.Collectors.toSet()));
        chen.execute("li", get(ConflictCommands.takeMine(chen, conflict(chen, "li"))));
        chen.execute("mei", ConflictCommands.keepTheirs(chen, conflict(chen, "mei")));
        sync(chen);
        assertEquals("li", ConflictTable.names(chen, team.hub));
        team.assertAllEqual(chen, mei, li);
    }

    private static UUID conflict(Session session, String label) {
        return session.team().conflicts().stream().filter(c -> c.label().equals(label)).findFirst().orElseThrow().id();
    }

    @Test
    void aDayOnTheTrainIsReplayedAndOnlyWhatIsContendedWaits() throws Exception {
        Session chen = team.open("chen");
        Session mei = team.open(line.end(), team.outbox("mei"));
        line.cut();
        UUID fact = Ids.next();
        mei.execute("rename", List.of(rename(mei, team.hub, "mei 1")));
        mei.execute("fact", List.of(new Change.Create(new ObjectState(fact, "Fact",
                new Placement(team.hub.id(), "facts", "z"), Map.of("key", Value.of("new")), Map.of()))));
        mei.execute("text", List.of(put(mei, fact, "text", Value.of("1"))));
        mei.execute("rename again", List.of(rename(mei, team.hub, "mei 2")));
        mei.execute("other", List.of(rename(mei, team.other, "mei 3")));
        mei.execute("undone", List.of(put(mei, team.other.id(), "country", Value.of("FR"))));
        assertEquals(Optional.empty(), mei.undo());
        chen.execute("rename", List.of(rename(chen, team.hub, "chen")));
        chen.execute("country", List.of(put(chen, team.other.id(), "country", Value.of("DE"))));
        sync(chen);
        line.release();
        sync(mei);

        assertEquals(List.of("chen", "mei 3", "1", "DE"), List.of(ConflictTable.names(mei, team.hub), ConflictTable.names(mei, team.other),
                mei.state(fact).text("text"), mei.state(team.other.id()).text("country")));
        var conflict = mei.team().conflicts().getFirst();
        assertEquals(1, mei.team().conflicts().size());
        assertEquals(List.of("甲", "mei 2", "chen"), List.of(conflict.items().getFirst().base(),
                conflict.items().getFirst().mine(), conflict.items().getFirst().theirs()));
        assertEquals(2, conflict.steps());
        team.assertAllEqual(chen, mei);
    }

    @Test
    void whatBuildsOnAStepThatWaitsWaitsWithIt() throws Exception {
        Session chen = team.open("chen");
        Session mei = team.open(line.end(), team.outbox("mei"));
        line.hold();
        UUID fact = Ids.next();
        UUID quantity = Ids.next();
        mei.execute("fact", List.of(new Change.Create(new ObjectState(fact, "Fact",
                new Placement(team.hub.id(), "facts", "z"), Map.of("key", Value.of("new")), Map.of()))));
        mei.execute("quantity", List.of(new Change.Create(new ObjectState(quantity, "Quantity",
                new Placement(fact, "quantity", "V"), Map.of(), Map.of()))));
        mei.execute("raw", List.of(put(mei, quantity, "raw", Value.of("约5"))));
        mei.execute("other", List.of(rename(mei, team.other, "mei")));
        ConflictTable.DELETE_HUB.in(team, chen);
        sync(chen);
        line.release();
        sync(mei);

        assertEquals(List.of("fact"), mei.team().conflicts().stream().map(c -> c.label()).toList());
        assertEquals(3, mei.team().conflicts().getFirst().steps());
        assertEquals("mei", ConflictTable.names(mei, team.other));
        reach(chen, mei.revision());
        chen.execute("take", get(ConflictCommands.takeMine(chen, mei.team().conflicts().getFirst().id())));
        sync(chen);
        assertEquals("约5", chen.state(quantity).text("raw"));
        assertEquals(List.of("甲", "283", "约283", 1, 1), ConflictTable.HUB_WHOLE.at(team, chen));
        team.assertAllEqual(chen, mei);
    }

    @Test
    void detailsAreDecidedOneByOneAndTheRestIsDone() throws Exception {
        Session chen = team.open("chen");
        Session mei = team.open(line.end(), team.outbox("mei"));
        line.hold();
        mei.execute("three", List.of(rename(mei, team.hub, "mei"), rename(mei, team.other, "mei"),
                put(mei, team.hub.id(), "country", Value.of("JP"))));
        chen.execute("two", List.of(rename(chen, team.hub, "chen"), rename(chen, team.other, "chen")));
        sync(chen);
        line.release();
        sync(mei);
        var conflict = mei.team().conflicts().getFirst();
        assertEquals(List.of("甲", "乙"), conflict.items().stream().map(item -> item.base()).toList());

        mei.execute("decide", get(ConflictCommands.takeMine(mei, conflict.id(), Set.of(1))));
        sync(mei);
        assertEquals(List.of("chen", "mei", "JP"), List.of(ConflictTable.names(mei, team.hub), ConflictTable.names(mei, team.other),
                mei.state(team.hub.id()).text("country")));
        assertEquals(Conflict.State.MIXED, mei.team().conflict(conflict.id()).state());
        team.assertAllEqual(chen, mei);
    }

    @Test
    void twoWhoDecideTheSameConflictOtherwiseAskNoNewQuestion() throws Exception {
        Session chen = team.open("chen");
        Session mei = team.open(line.end(), team.outbox("mei"));
        line.hold();
        mei.execute("mei", List.of(rename(mei, team.hub, "mei")));
        chen.execute("chen", List.of(rename(chen, team.hub, "chen")));
        sync(chen);
        line.release();
        sync(mei);
        reach(chen, mei.revision());
        UUID conflict = chen.team().conflicts().getFirst().id();
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        mei.addListener(new SessionListener() {
            @Override
            public void rejected(Rejection rejection) {
                told.add(rejection.message());
            }
        });
        line.hold();
        mei.execute("mine", get(ConflictCommands.takeMine(mei, conflict)));
        chen.execute("theirs", ConflictCommands.keepTheirs(chen, conflict));
        sync(chen);
        line.release();

        assertTrue(told.poll(TeamFixture.PATIENCE.toSeconds(), TimeUnit.SECONDS).contains("mine"));
        team.assertAllEqual(chen, mei);
        assertEquals("chen", ConflictTable.names(mei, team.hub));
        assertEquals(1, mei.team().conflicts().size());
        mei.execute("again", get(ConflictCommands.takeMine(mei, conflict)));
        sync(mei);
        assertEquals("mei", ConflictTable.names(mei, team.hub));
        team.assertAllEqual(chen, mei);
    }

    /** Both do their work without knowing of each other; what comes of it before anybody decides. */
    private Session meet(ConflictTable.Scenario scenario, Session theirs) throws Exception {
        Session mine = team.open(line.end(), team.outbox("mei"));
        scenario.before().in(team, mine);
        sync(mine);
        reach(theirs, mine.revision());
        line.hold();
        scenario.mine().in(team, mine);
        scenario.theirs().in(team, theirs);
        sync(theirs);
        line.release();
        sync(mine);
        reach(theirs, mine.revision());

        List<Kind> kinds = new ArrayList<>();
        theirs.team().conflicts().forEach(c -> c.items().forEach(item -> kinds.add(item.kind())));
        assertEquals(scenario.conflicts(), kinds);
        theirs.team().conflicts().forEach(c -> c.items().forEach(item -> assertEquals(theirs.member(), item.who())));
        assertLook(scenario, scenario.stands(), mine);
        team.assertAllEqual(mine, theirs);
        return mine;
    }

    private void assertLook(ConflictTable.Scenario scenario, Object expected, Session session) throws Exception {
        if (expected != null) {
            assertEquals(expected, scenario.look().at(team, session));
        }
    }
}
