package org.hubmark.ui;

import static org.hubmark.testing.TeamFixture.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.UUID;

import org.hubmark.core.command.CommentCommands;
import org.hubmark.ui.Whereabouts.Kind;
import org.junit.jupiter.api.Test;

class WhereaboutsTest extends TeamTest {

    private Whereabouts of(UUID id) throws Exception {
        return get(Whereabouts.of(ada, id));
    }

    @Test
    void partsOfAnElementAreInItsForm() throws Exception {
        assertEquals(new Whereabouts(Kind.ELEMENT, team.hub.id(), null, ""), of(team.quantity.id()));
        assertEquals(Kind.CODE, of(team.a.id()).kind());
        assertEquals(Kind.BRIEFING, of(team.briefing.id()).kind());
    }

    @Test
    void evidenceThatNobodyHasOpenedIsFoundAtItsPassage() throws Exception {
        Whereabouts expected = new Whereabouts(Kind.EDITION, team.edition.id(), team.passage.id(), "简报");
        assertEquals(expected, of(team.passage.id()));
        assertEquals(expected, of(team.evidence.id()));
        ada.execute("Comment", CommentCommands.add(ada, team.passage.id(), "?", List.of()));
        assertEquals(expected, of(ada.team().allComments().getFirst().id()));
    }

    @Test
    void whatWasDeletedOrNeverWasIsNowhere() throws Exception {
        assertEquals(Kind.NOWHERE, of(UUID.randomUUID()).kind());
    }

    @Test
    void theOwnerIsTheFirstThatIsWantedOnTheWayUp() {
        assertEquals(team.fact.id(), Whereabouts.owner(ada, team.quantity.id(), team.fact.id()::equals));
        assertNull(Whereabouts.owner(ada, team.quantity.id(), id -> false));
    }
}
