package org.hubmark.testing;

import static org.hubmark.core.conflict.Contention.Kind.CYCLE;
import static org.hubmark.core.conflict.Contention.Kind.DELETION_AGAINST_EDIT;
import static org.hubmark.core.conflict.Contention.Kind.EDIT_AGAINST_DELETION;
import static org.hubmark.core.conflict.Contention.Kind.PLACE;
import static org.hubmark.core.conflict.Contention.Kind.VALUE;
import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.move;
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
import java.util.stream.Stream;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.command.ConflictCommands;
import org.hubmark.core.command.ElementCommands;
import org.hubmark.core.command.CodeCommands;
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

    /** What somebody does. */
    interface Work {
        void in(TeamFixture team, Session session) throws Exception;
    }

    /** What is seen then. */
    interface Look {
        Object at(TeamFixture team, Session session) throws Exception;
    }

    /**
     * A row of the table.
     *
     * @param conflicts what is asked then; empty: both merge by themselves
     * @param look what is looked at
     * @param stands what it is before anybody decides, and if theirs is kept
     * @param mine what it is if mine is taken
     */
    record Scenario(String name, Work before, Work theirs, Work mine, List<Kind> conflicts, Look look, Object stands,
            Object mine2) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Scenario row(String name, Work theirs, Work mine, List<Kind> conflicts, Look look, Object stands,
            Object taken) {
        return new Scenario(name, (team, session) -> {
            // nothing has to be there before
        }, theirs, mine, conflicts, look, stands, taken);
    }

    private static Work does(java.util.function.BiFunction<TeamFixture, Session, Change> change) {
        return (t, s) -> s.execute("step", List.of(change.apply(t, s)));
    }

    private static final Work DELETE_HUB = (t, s) -> s.execute("delete",
            get(ElementCommands.delete(s, Set.of(t.hub.id()))));
    private static final Look HUB = (t, s) -> names(s, t.hub);
    private static final Look HUB_WHOLE = (t, s) -> List.of(names(s, t.hub), names(s, t.fact), names(s, t.quantity),
            s.state(t.mechanism.id()).items().getOrDefault("hubs", Set.of()).size(),
            get(s.evidence(t.hub.id())).size());
    private static final Object GONE = List.of("-", "-", "-", 0, 0);

    static Stream<Scenario> values() {
        return Stream.of(
                row("two values of one feature", does((t, s) -> rename(s, t.hub, "theirs")),
                        does((t, s) -> rename(s, t.hub, "mine")), List.of(VALUE), HUB, "theirs", "mine"),
                row("the same value twice", does((t, s) -> rename(s, t.hub, "same")),
                        does((t, s) -> rename(s, t.hub, "same")), List.of(), HUB, "same", "same"),
                row("a value against none", does((t, s) -> rename(s, t.hub, null)),
                        does((t, s) -> rename(s, t.hub, "mine")), List.of(VALUE), HUB, "-", "mine"),
                row("different features", does((t, s) -> rename(s, t.hub, "theirs")),
                        does((t, s) -> put(s, t.hub.id(), "country", Value.of("JP"))), List.of(),
                        (t, s) -> names(s, t.hub) + s.state(t.hub.id()).text("country"), "theirsJP", "theirsJP"),
                row("the same alias twice", does((t, s) -> alias(t, "y", true)), does((t, s) -> alias(t, "y", true)),
                        List.of(), ConflictScenarios::aliases, Set.of("x", "y"), Set.of("x", "y")),
                row("an alias less and one more", does((t, s) -> alias(t, "x", false)),
                        does((t, s) -> alias(t, "y", true)), List.of(), ConflictScenarios::aliases, Set.of("y"),
                        Set.of("y")),
                row("memos of a passage that nobody has opened", does((t, s) -> memo(t, "theirs")),
                        does((t, s) -> memo(t, "mine")), List.of(VALUE),
                        (t, s) -> get(s.passages(t.a.id())).getFirst().memo(), "theirs", "mine"),
                row("a step of two, one of them contended", does((t, s) -> rename(s, t.hub, "theirs")),
                        (t, s) -> s.execute("both",
                                List.of(rename(s, t.hub, "mine"), put(s, t.other.id(), "country", Value.of("FR")))),
                        List.of(VALUE), (t, s) -> names(s, t.hub) + s.state(t.other.id()).text("country"),
                        "theirsnull", "mineFR"),
                new Scenario("an undo against a colleague's value", does((t, s) -> rename(s, t.hub, "before")),
                        does((t, s) -> rename(s, t.hub, "theirs")), (t, s) -> assertEquals(Optional.empty(), s.undo()),
                        List.of(VALUE), HUB, "theirs", "甲"));
    }

    static Stream<Scenario> deletions() {
        return Stream.of(
                row("an edit against a deletion", DELETE_HUB, does((t, s) -> rename(s, t.hub, "mine")),
                        List.of(EDIT_AGAINST_DELETION), HUB_WHOLE, GONE, List.of("mine", "283", "约283", 1, 1)),
                row("an edit inside against the deletion of all of it", DELETE_HUB,
                        does((t, s) -> put(s, t.quantity.id(), "raw", Value.of("约300"))),
                        List.of(EDIT_AGAINST_DELETION), HUB_WHOLE, GONE, List.of("甲", "283", "约300", 1, 1)),
                row("something new inside against the deletion of all of it", DELETE_HUB,
                        (t, s) -> newFact(t, s), List.of(EDIT_AGAINST_DELETION),
                        (t, s) -> s.find(t.hub.id()) == null ? "-" : s.find(t.hub.id()).eContents().size(), "-", 2),
                row("a deletion against an edit", does((t, s) -> rename(s, t.hub, "theirs")), DELETE_HUB,
                        List.of(DELETION_AGAINST_EDIT), HUB_WHOLE, List.of("theirs", "283", "约283", 1, 1), GONE),
                row("a deletion against an edit inside",
                        does((t, s) -> put(s, t.quantity.id(), "raw", Value.of("约300"))), DELETE_HUB,
                        List.of(DELETION_AGAINST_EDIT), HUB_WHOLE, List.of("甲", "283", "约300", 1, 1), GONE),
                row("a deletion against something new inside", (t, s) -> newFact(t, s), DELETE_HUB,
                        List.of(DELETION_AGAINST_EDIT), (t, s) -> s.find(t.hub.id()) == null ? "-"
                                : s.find(t.hub.id()).eContents().size(), 2, "-"),
                row("a deletion against a new reference",
                        does((t, s) -> put(s, t.other.id(), "partOf", Value.ref(t.hub.id()))), DELETE_HUB,
                        List.of(DELETION_AGAINST_EDIT), (t, s) -> names(s, t.hub) + s.state(t.other.id()).ref("partOf"),
                        null, "-null"),
                row("a reference against the deletion of its target", DELETE_HUB,
                        does((t, s) -> put(s, t.other.id(), "partOf", Value.ref(t.hub.id()))),
                        List.of(EDIT_AGAINST_DELETION), HUB, "-", "甲"),
                row("a deletion twice", DELETE_HUB, DELETE_HUB, List.of(), HUB_WHOLE, GONE, GONE),
                row("a code against its deletion",
                        (t, s) -> s.execute("delete", get(CodeCommands.delete(s, t.c.id()))),
                        does((t, s) -> new Change.Add(t.passage.id(), "codes", Value.ref(t.c.id()))),
                        List.of(EDIT_AGAINST_DELETION), (t, s) -> t.codes(s).size() + names(s, t.c), "1-", "2c"));
    }

    static Stream<Scenario> places() {
        return Stream.of(
                row("two places of one code", does((t, s) -> move(s, t.c, t.a.id(), "codes")),
                        does((t, s) -> move(s, t.c, t.b.id(), "codes")), List.of(PLACE),
                        (t, s) -> s.state(s.placement(t.c.id()).container()).text("nameZh"), "a", "b"),
                row("two codes into each other", does((t, s) -> move(s, t.b, t.a.id(), "codes")),
                        does((t, s) -> move(s, t.a, t.b.id(), "codes")), List.of(CYCLE),
                        (t, s) -> List.of(parent(t, s, t.a), parent(t, s, t.b)), List.of("", "a"), List.of("b", "")),
                row("two elements at the same place", (t, s) -> insert(t, s), (t, s) -> insert(t, s), List.of(),
                        (t, s) -> s.project().getHubModel().getElements().size(), 5, 5),
                row("a place against a name", does((t, s) -> rename(s, t.c, "theirs")),
                        does((t, s) -> move(s, t.c, t.b.id(), "codes")), List.of(),
                        (t, s) -> parent(t, s, t.c) + names(s, t.c), "btheirs", "btheirs"));
    }

    @ParameterizedTest(name = "{0}: mine is taken")
    @MethodSource({"values", "deletions", "places"})
    void mineIsTaken(Scenario scenario) throws Exception {
        Session theirs = team.open("chen");
        Session mine = meet(scenario, theirs);
        if (scenario.conflicts().isEmpty()) {
            return;
        }
        UUID conflict = theirs.team().conflicts().getFirst().id();
        theirs.execute("decide", get(ConflictCommands.takeMine(theirs, conflict)));
        sync(theirs);
        reach(mine, theirs.revision());
        assertLook(scenario, scenario.mine2(), theirs);
        assertEquals(org.hubmark.core.conflict.Conflict.State.MINE, mine.team().conflict(conflict).state());
        team.assertAllEqual(mine, theirs);

        assertEquals(Optional.empty(), theirs.undo());
        sync(theirs);
        assertLook(scenario, scenario.stands(), theirs);
        assertEquals(org.hubmark.core.conflict.Conflict.State.OPEN, theirs.team().conflict(conflict).state());
        team.assertAllEqual(mine, theirs);
    }

    @ParameterizedTest(name = "{0}: theirs is kept")
    @MethodSource({"values", "deletions", "places"})
    void theirsIsKept(Scenario scenario) throws Exception {
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

        assertEquals("chen", names(chen, team.hub));
        assertEquals(Set.of("mei", "li"), chen.team().conflicts().stream().map(c -> c.items().getFirst().mine())
                .collect(java.util.stream.Collectors.toSet()));
        chen.execute("li", get(ConflictCommands.takeMine(chen, conflict(chen, "li"))));
        chen.execute("mei", ConflictCommands.keepTheirs(chen, conflict(chen, "mei")));
        sync(chen);
        assertEquals("li", names(chen, team.hub));
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

        assertEquals(List.of("chen", "mei 3", "1", "DE"), List.of(names(mei, team.hub), names(mei, team.other),
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
        DELETE_HUB.in(team, chen);
        sync(chen);
        line.release();
        sync(mei);

        assertEquals(List.of("fact"), mei.team().conflicts().stream().map(c -> c.label()).toList());
        assertEquals(3, mei.team().conflicts().getFirst().steps());
        assertEquals("mei", names(mei, team.other));
        reach(chen, mei.revision());
        chen.execute("take", get(ConflictCommands.takeMine(chen, mei.team().conflicts().getFirst().id())));
        sync(chen);
        assertEquals("约5", chen.state(quantity).text("raw"));
        assertEquals(List.of("甲", "283", "约283", 1, 1), HUB_WHOLE.at(team, chen));
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
        assertEquals(List.of("chen", "mei", "JP"), List.of(names(mei, team.hub), names(mei, team.other),
                mei.state(team.hub.id()).text("country")));
        assertEquals(org.hubmark.core.conflict.Conflict.State.MIXED, mei.team().conflict(conflict.id()).state());
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
        assertEquals("chen", names(mei, team.hub));
        assertEquals(1, mei.team().conflicts().size());
        mei.execute("again", get(ConflictCommands.takeMine(mei, conflict)));
        sync(mei);
        assertEquals("mei", names(mei, team.hub));
        team.assertAllEqual(chen, mei);
    }

    /** Both do their work without knowing of each other; what comes of it before anybody decides. */
    private Session meet(Scenario scenario, Session theirs) throws Exception {
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

    private void assertLook(Scenario scenario, Object expected, Session session) throws Exception {
        if (expected != null) {
            assertEquals(expected, scenario.look().at(team, session));
        }
    }

    private static String names(Session session, ObjectState object) {
        ObjectState now = session.state(object.id());
        return now == null ? "-" : Stream.of("nameZh", "text", "raw").map(now::text).filter(t -> t != null).findFirst()
                .orElse("-");
    }

    private static String parent(TeamFixture team, Session session, ObjectState code) {
        UUID container = session.placement(code.id()).container();
        return container.equals(team.sample.codebook) ? "" : session.state(container).text("nameZh");
    }

    private static Set<String> aliases(TeamFixture team, Session session) {
        return session.state(team.hub.id()).set("aliases").stream().map(v -> ((Value.Text) v).text())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Change alias(TeamFixture team, String alias, boolean add) {
        return add ? new Change.Add(team.hub.id(), "aliases", Value.of(alias))
                : new Change.Remove(team.hub.id(), "aliases", Value.of(alias));
    }

    private static Change memo(TeamFixture team, String memo) {
        return new Change.Put(team.passage.id(), "memo", null, Value.of(memo));
    }

    private static void newFact(TeamFixture team, Session session) {
        session.execute("fact", List.of(new Change.Create(new ObjectState(Ids.next(), "Fact",
                new Placement(team.hub.id(), "facts", session.orderAtEnd(team.hub.id(), "facts")),
                Map.of("key", Value.of("new")), Map.of()))));
    }

    private static void insert(TeamFixture team, Session session) {
        session.execute("insert", List.of(new Change.Create(new ObjectState(Ids.next(), "Hub",
                new Placement(team.sample.model, "elements", "0000VV"), Map.of(), Map.of()))));
    }
}
