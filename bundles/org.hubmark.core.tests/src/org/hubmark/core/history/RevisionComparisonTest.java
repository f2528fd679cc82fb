package org.hubmark.core.history;

import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.put;
import static org.hubmark.testing.TeamFixture.rename;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.ObjectTable;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.command.ElementCommands;
import org.hubmark.core.session.Session;
import org.hubmark.testing.TeamSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionComparisonTest extends TeamSession {

    @Test
    void itSaysWhatIsNewWhatIsGoneAndWhatChangedOnce() throws Exception {
        UUID hub = Ids.next();
        session.execute("new", List.of(new Change.Create(new ObjectState(hub, "Hub",
                new Placement(team.sample.model, "elements", "z"), Map.of("nameZh", Value.of("丙")), Map.of()))));
        session.execute("rename", List.of(put(session, hub, "nameZh", Value.of("丁"))));
        session.execute("rename", List.of(rename(session, team.hub, "one")));
        session.execute("rename", List.of(rename(session, team.hub, "two")));
        session.execute("there", List.of(rename(session, team.other, "there")));
        session.execute("and back", List.of(rename(session, team.other, "乙")));
        session.execute("delete", get(ElementCommands.delete(session, Set.of(team.mechanism.id()))));
        sync(session);

        RevisionComparison forwards = get(session.team().compare(1, session.revision()));
        assertEquals(List.of("丁"), forwards.added().stream().map(s -> s.text("nameZh")).toList());
        assertEquals(List.of(team.mechanism.id()), forwards.removed().stream().map(ObjectState::id).toList());
        assertEquals(Map.of(team.hub.id(),
                List.of(new Change.Put(team.hub.id(), "nameZh", Value.of("甲"), Value.of("two")))), forwards.changed());
        RevisionComparison backwards = get(session.team().compare(session.revision(), 1));
        assertEquals(forwards.removed(), backwards.added());
        assertEquals(List.of(hub), backwards.removed().stream().map(ObjectState::id).toList());
        List<ChangeLine> lines = get(session.team().describe(forwards.changes(), 100));
        assertEquals(forwards.changes().size(), lines.size());
    }

    /** Whatever was done: the difference leads from the one state to the other. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theDifferenceLeadsFromOneRevisionToTheOther(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            step(random);
        }
        sync(session);
        long last = session.revision();
        for (int i = 0; i < 10; i++) {
            long from = 1 + random.nextInt((int) last);
            long to = 1 + random.nextInt((int) last);
            ObjectTable table = new ObjectTable(states(from).values());
            table.applyAll(RevisionComparison.read(database, team.sample.project, from, to, new NullProgressMonitor())
                    .changes());
            Map<UUID, ObjectState> led = new TreeMap<>();
            table.objects().forEach(state -> led.put(state.id(), state));
            assertEquals(states(to), led, "seed " + seed + ", " + from + " to " + to);
        }
    }

    private void step(Random random) throws Exception {
        List<UUID> hubs = new ArrayList<>();
        session.project().getHubModel().getElements().forEach(e -> hubs.add(Session.id(e)));
        UUID any = hubs.isEmpty() ? null : hubs.get(random.nextInt(hubs.size()));
        switch (any == null ? 0 : random.nextInt(7)) {
            case 0 -> session.execute("new", List.of(new Change.Create(new ObjectState(Ids.next(), "Hub",
                    new Placement(team.sample.model, "elements", "z" + random.nextInt(9)), Map.of(), Map.of()))));
            case 1 -> session.execute("delete", get(ElementCommands.delete(session, Set.of(any))));
            case 2 -> session.undo();
            case 3 -> session.redo();
            case 4 -> session.execute("alias", List.of(random.nextBoolean()
                    ? new Change.Add(any, "aliases", Value.of("a" + random.nextInt(3)))
                    : new Change.Remove(any, "aliases", Value.of("a" + random.nextInt(3)))));
            case 5 -> session.execute("move", List.of(new Change.Move(any, session.placement(any),
                    new Placement(team.sample.model, "elements", "y" + random.nextInt(9)))));
            default -> session.execute("rename", List.of(put(session, any, "nameZh", Value.of("" + random.nextInt(3)))));
        }
    }

    private Map<UUID, ObjectState> states(long revision) throws Exception {
        Map<UUID, ObjectState> states = new TreeMap<>();
        NullProgressMonitor none = new NullProgressMonitor();
        database.open(team.sample.project, OptionalLong.of(revision), none).objects()
                .forEach(state -> states.put(state.id(), state));
        database.objects(team.sample.project, RecordTypes.ALL, OptionalLong.of(revision), none)
                .forEachRemaining(state -> states.put(state.id(), state));
        return states;
    }
}
