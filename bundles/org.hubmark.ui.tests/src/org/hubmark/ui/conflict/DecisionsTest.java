package org.hubmark.ui.conflict;

import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.hubmark.core.conflict.Conflict;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.ui.TeamTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionsTest extends TeamTest {

    private Decisions decisions;

    @BeforeEach
    void thereIsAConflict() throws Exception {
        conflict();
        decisions = new Decisions(ada);
    }

    private ConflictView only() {
        return decisions.listed(true).getFirst();
    }

    private String name() {
        return ada.state(team.hub.id()).text("nameZh");
    }

    @Test
    void anOpenConflictIsListedWithBothSides() {
        assertEquals(1, decisions.open());
        assertTrue(decisions.isOwn(only()));
        assertEquals(List.of("mine", "theirs"),
                List.of(only().items().getFirst().mine(), only().items().getFirst().theirs()));
        assertEquals("berta", ConflictColumns.against(only()));
        assertEquals("theirs", name());
    }

    @Test
    void keepingMineChangesTheHubAndCanBeUndone() throws Exception {
        get(decisions.keepMine(only()));
        sync(ada);
        assertEquals("mine", name());
        assertEquals(0, decisions.open());
        assertEquals(List.of(), decisions.listed(false));
        assertEquals(Conflict.State.MINE, only().state());

        assertEquals(Optional.empty(), ada.undo());
        sync(ada);
        assertEquals("theirs", name());
        assertEquals(1, decisions.open());
    }

    @Test
    void keepingTheirsChangesNothingButTheConflict() throws Exception {
        get(decisions.keepTheirs(only()));
        assertEquals("theirs", name());
        assertEquals(0, decisions.open());
        assertFalse(decisions.state(only()).isEmpty());
    }

    @Test
    void choosingOneByOneIsTheSameAsKeepingAllOfOneSide() throws Exception {
        get(decisions.choose(only(), Set.of(0)));
        assertEquals("mine", name());
    }

    @Test
    void aColleagueSeesTheSameConflictAsSomebodyElses() {
        Decisions bertas = new Decisions(berta);
        assertEquals(1, bertas.open());
        assertFalse(bertas.isOwn(bertas.listed(false).getFirst()));
    }
}
