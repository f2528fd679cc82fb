package org.hubmark.testing;

import static org.hubmark.core.conflict.Contention.Kind.BOTH_CREATED;
import static org.hubmark.core.conflict.Contention.Kind.CYCLE;
import static org.hubmark.core.conflict.Contention.Kind.DELETION_AGAINST_EDIT;
import static org.hubmark.core.conflict.Contention.Kind.EDIT_AGAINST_DELETION;
import static org.hubmark.core.conflict.Contention.Kind.PLACE;
import static org.hubmark.core.conflict.Contention.Kind.VALUE;
import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.move;
import static org.hubmark.testing.TeamFixture.put;
import static org.hubmark.testing.TeamFixture.rename;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.command.BriefingCommands;
import org.hubmark.core.command.CodeCommands;
import org.hubmark.core.command.CommentCommands;
import org.hubmark.core.command.ElementCommands;
import org.hubmark.core.command.PassageCommands;
import org.hubmark.core.conflict.Contention.Kind;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.Session;
import org.hubmark.core.text.Anchor;

/** The rows of {@link ConflictScenarios}. */
final class ConflictTable {

    static final String PREFIX = "org.hubmark.testing.ConflictTable#";

    private ConflictTable() {
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
            Object taken) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Scenario row(String name, Work theirs, Work mine, List<Kind> conflicts, Look look, Object stands,
            Object taken) {
        return new Scenario(name, (team, session) -> {
            // nothing has to be there before
        }, theirs, mine, conflicts, look, stands, taken);
    }

    static Work does(java.util.function.BiFunction<TeamFixture, Session, Change> change) {
        return (t, s) -> s.execute("step", List.of(change.apply(t, s)));
    }

    static final Work DELETE_HUB = (t, s) -> s.execute("delete",
            get(ElementCommands.delete(s, Set.of(t.hub.id()))));
    static final Look HUB = (t, s) -> names(s, t.hub);
    static final Look HUB_WHOLE = (t, s) -> List.of(names(s, t.hub), names(s, t.fact), names(s, t.quantity),
            s.state(t.mechanism.id()).items().getOrDefault("hubs", Set.of()).size(),
            get(s.evidence(t.hub.id())).size());
    static final UUID TWIN = Ids.ofKey("test.twin");
    static final Object GONE = List.of("-", "-", "-", 0, 0);

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
                        List.of(), ConflictTable::aliases, Set.of("x", "y"), Set.of("x", "y")),
                row("an alias less and one more", does((t, s) -> alias(t, "x", false)),
                        does((t, s) -> alias(t, "y", true)), List.of(), ConflictTable::aliases, Set.of("y"),
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

    static Stream<Scenario> records() {
        return Stream.of(
                row("the same object made twice", does((t, s) -> twin(t, "theirs")), does((t, s) -> twin(t, "mine")),
                        List.of(BOTH_CREATED), (t, s) -> s.state(TWIN).text("nameZh"), "theirs", "mine"),
                row("new evidence against the deletion of what it is for", DELETE_HUB,
                        (t, s) -> s.execute("link", List.of(Sample.create(t.sample.evidence(t.passage, t.hub.id()).state()))),
                        List.of(EDIT_AGAINST_DELETION), HUB_WHOLE, GONE, List.of("甲", "283", "约283", 1, 2)),
                row("the deletion of a passage against new evidence",
                        (t, s) -> s.execute("link",
                                List.of(Sample.create(t.sample.evidence(t.passage, t.other.id()).state()))),
                        (t, s) -> unmark(t, s), List.of(DELETION_AGAINST_EDIT), ConflictTable::passages, 1, 0),
                row("a new passage against the deletion of its briefing", ConflictTable::deleteBriefing,
                        (t, s) -> mark(t, s), List.of(EDIT_AGAINST_DELETION), ConflictTable::passages, -1, 2),
                row("the deletion of a briefing against a new passage", (t, s) -> mark(t, s),
                        ConflictTable::deleteBriefing, List.of(DELETION_AGAINST_EDIT), ConflictTable::passages, 2,
                        -1),
                row("a comment against the deletion of its element", DELETE_HUB,
                        (t, s) -> s.execute("comment", CommentCommands.add(s, t.hub.id(), "mine", List.of())),
                        List.of(EDIT_AGAINST_DELETION), (t, s) -> names(s, t.hub) + s.team().allComments().size(), "-0",
                        "甲1"),
                row("the deletion of an element against a comment",
                        (t, s) -> s.execute("comment", CommentCommands.add(s, t.hub.id(), "theirs", List.of())),
                        DELETE_HUB, List.of(DELETION_AGAINST_EDIT),
                        (t, s) -> names(s, t.hub) + s.team().allComments().size(), "甲1", "-0"));
    }

    static String names(Session session, ObjectState object) {
        ObjectState now = session.state(object.id());
        return now == null ? "-" : Stream.of("nameZh", "text", "raw").map(now::text).filter(t -> t != null).findFirst()
                .orElse("-");
    }

    static String parent(TeamFixture team, Session session, ObjectState code) {
        UUID container = session.placement(code.id()).container();
        return container.equals(team.sample.codebook) ? "" : session.state(container).text("nameZh");
    }

    static Set<String> aliases(TeamFixture team, Session session) {
        return session.state(team.hub.id()).set("aliases").stream().map(v -> ((Value.Text) v).text())
                .collect(java.util.stream.Collectors.toSet());
    }

    static Change alias(TeamFixture team, String alias, boolean add) {
        return add ? new Change.Add(team.hub.id(), "aliases", Value.of(alias))
                : new Change.Remove(team.hub.id(), "aliases", Value.of(alias));
    }

    static Change memo(TeamFixture team, String memo) {
        return new Change.Put(team.passage.id(), "memo", null, Value.of(memo));
    }

    static void newFact(TeamFixture team, Session session) {
        session.execute("fact", List.of(new Change.Create(new ObjectState(Ids.next(), "Fact",
                new Placement(team.hub.id(), "facts", session.orderAtEnd(team.hub.id(), "facts")),
                Map.of("key", Value.of("new")), Map.of()))));
    }

    static void insert(TeamFixture team, Session session) {
        session.execute("insert", List.of(new Change.Create(new ObjectState(Ids.next(), "Hub",
                new Placement(team.sample.model, "elements", "0000VV"), Map.of(), Map.of()))));
    }

    static Change twin(TeamFixture team, String name) {
        return new Change.Create(new ObjectState(TWIN, "Hub", new Placement(team.sample.model, "elements", "zz"),
                Map.of("nameZh", Value.of(name)), Map.of()));
    }

    /** -1 if the briefing itself is gone. */
    static Object passages(TeamFixture team, Session session) throws Exception {
        if (session.edition(team.edition.id()) == null) {
            return -1;
        }
        try (BriefingDocument document = get(session.openBriefing(team.edition.id()))) {
            return document.passages().size();
        }
    }

    static void mark(TeamFixture team, Session session) throws Exception {
        try (BriefingDocument document = get(session.openBriefing(team.edition.id()))) {
            session.execute("mark", PassageCommands.mark(document, Anchor.of(document.text(), 2, 6), Set.of(), null));
        }
    }

    static void unmark(TeamFixture team, Session session) throws Exception {
        try (BriefingDocument document = get(session.openBriefing(team.edition.id()))) {
            session.execute("unmark", PassageCommands.delete(document, team.passage.id()));
        }
    }

    static void deleteBriefing(TeamFixture team, Session session) throws Exception {
        session.execute("delete", get(BriefingCommands.delete(session, team.briefing.id())));
    }
}
