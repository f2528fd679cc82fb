package org.hubmark.core.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class NetChangesTest {

    private final UUID id = Ids.next();
    private final ObjectState state = state(id, Ids.next(), "a");

    private static ObjectState state(UUID id, UUID container, String name) {
        return new ObjectState(id, "Hub", new Placement(container, "elements", "V"), Map.of("name", Value.of(name)),
                Map.of());
    }

    private Change put(String old, String now) {
        return new Change.Put(id, "name", Value.of(old), Value.of(now));
    }

    @Test
    void whatWasChangedTwiceIsChangedOnce() {
        assertEquals(List.of(put("a", "c")), NetChanges.of(List.of(put("a", "b"), put("b", "c"))));
    }

    @Test
    void whatWasChangedBackIsGone() {
        Change add = new Change.Add(id, "aliases", Value.of("x"));
        Change move = new Change.Move(id, state.placement(), new Placement(id, "x", "y"));

        assertEquals(List.of(), NetChanges.of(List.of(put("a", "b"), put("b", "a"), add, add.inverse(), move,
                move.inverse())));
        assertEquals(List.of(), NetChanges.of(List.of(new Change.Create(state), new Change.Delete(state))));
        assertEquals(List.of(), NetChanges.of(List.of(new Change.Delete(state), new Change.Restore(state))));
    }

    @Test
    void changesOfANewObjectAreInIt() {
        assertEquals(List.of(new Change.Create(state(id, state.container(), "b"))),
                NetChanges.of(List.of(new Change.Create(state), put("a", "b"))));
    }

    @Test
    void changesBeforeADeletionDoNotCount() {
        Change delete = new Change.Delete(state(id, state.container(), "b"));

        assertEquals(List.of(new Change.Delete(state)), NetChanges.of(List.of(put("a", "b"), delete)));
    }

    @Test
    void whatComesBackOtherwiseIsChanged() {
        assertEquals(List.of(put("a", "b")), NetChanges.of(List.of(new Change.Delete(state),
                new Change.Restore(state(id, state.container(), "b")))));
    }

    @Test
    void containersComeBeforeWhatTheyContain() {
        UUID container = Ids.next();
        ObjectState inside = state(id, state.container(), "a");
        ObjectState outside = state(container, Ids.next(), "c");
        Change move = new Change.Move(id, inside.placement(), new Placement(container, "elements", "V"));
        List<Change> net = NetChanges.of(List.of(new Change.Create(inside), new Change.Create(outside), move));

        assertEquals(List.of(container, id), net.stream().map(Change::object).toList());
    }

    @Test
    void differencesLeadFromOneStateToTheOther() {
        ObjectState other = new ObjectState(id, "Hub", new Placement(Ids.next(), "elements", "z"),
                Map.of("name", Value.of("b"), "country", Value.of("JP")), Map.of("aliases", Set.of(Value.of("x"))));
        ObjectTable table = new ObjectTable(List.of(state));
        table.applyAll(Differences.between(state, other));

        assertEquals(other, table.get(id));
        table.applyAll(Differences.between(other, state));
        assertEquals(state, table.get(id));
        assertEquals(List.of(), Differences.between(state, state));
    }

    @Test
    void aListThatOnlyGrowsKeepsShortKeys() {
        String last = null;
        for (int i = 0; i < 10_000; i++) {
            String next = OrderKeys.between(last, null);
            assertEquals(true, last == null || next.compareTo(last) > 0, next + " after " + last);
            last = next;
        }
        assertEquals(true, last.length() <= 6, last);
        String between = OrderKeys.between("V", OrderKeys.between("V", null));
        assertEquals(true, between.compareTo("V") > 0 && between.compareTo(OrderKeys.between("V", null)) < 0);
        assertEquals(true, OrderKeys.between(null, OrderKeys.between(null, null))
                .compareTo(OrderKeys.between(null, null)) < 0);
    }
}
