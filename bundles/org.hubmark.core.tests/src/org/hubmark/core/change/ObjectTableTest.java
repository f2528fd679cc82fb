package org.hubmark.core.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class ObjectTableTest {

    private static final UUID ID = Ids.ofKey("hub.a");
    private static final Placement HERE = new Placement(Ids.ofKey("model"), "elements", "V");
    private static final ObjectState HUB = new ObjectState(ID, "Hub", HERE, Map.of("nameEn", Value.of("A")),
            Map.of("aliases", Set.of(Value.of("a"))));

    @Test
    void stepsTakenBackLeadToWhereTheyStarted() {
        Placement there = new Placement(Ids.ofKey("model"), "elements", "k");
        List<Change> steps = List.of(new Change.Put(ID, "nameEn", Value.of("A"), Value.of("B")),
                new Change.Put(ID, "nameZh", null, Value.of("乙")), new Change.Add(ID, "aliases", Value.of("b")),
                new Change.Remove(ID, "aliases", Value.of("a")), new Change.Move(ID, HERE, there));
        ObjectTable table = new ObjectTable(List.of(HUB));

        table.applyAll(steps);
        assertEquals(new ObjectState(ID, "Hub", there, Map.of("nameEn", Value.of("B"), "nameZh", Value.of("乙")),
                Map.of("aliases", Set.of(Value.of("b")))), table.get(ID));
        table.unapplyAll(steps);
        assertEquals(HUB, table.get(ID));
    }

    @Test
    void aDeletedObjectIsGoneUntilItIsRestored() {
        ObjectTable table = new ObjectTable();
        table.apply(new Change.Create(HUB));
        table.apply(new Change.Delete(HUB));
        assertNull(table.get(ID));

        table.unapply(new Change.Delete(HUB));
        assertEquals(HUB, table.get(ID));
    }

    @Test
    void theLastItemTakenOutLeavesNoEmptyFeature() {
        ObjectTable table = new ObjectTable(List.of(HUB));
        table.apply(new Change.Remove(ID, "aliases", Value.of("a")));

        assertEquals(Map.of(), table.get(ID).items());
    }

    @Test
    void aStepForAnUnknownObjectDoesNothing() {
        ObjectTable table = new ObjectTable();
        table.apply(new Change.Put(ID, "nameEn", null, Value.of("x")));

        assertEquals(0, table.size());
    }
}
