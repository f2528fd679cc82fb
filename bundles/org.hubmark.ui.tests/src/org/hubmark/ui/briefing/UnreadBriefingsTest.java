package org.hubmark.ui.briefing;

import static org.hubmark.testing.TeamFixture.get;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.Value;
import org.hubmark.ui.TeamTest;
import org.junit.jupiter.api.Test;

class UnreadBriefingsTest extends TeamTest {

    @Test
    void aPassageThatAColleagueChangedMakesItsBriefingNewUntilItIsSeen() throws Exception {
        CompletableFuture<Void> changed = new CompletableFuture<>();
        UnreadBriefings unread = new UnreadBriefings(ada, () -> changed.complete(null));
        unread.refresh();
        assertFalse(unread.contains(team.briefing.id()));

        berta("Code passage", new Change.Add(team.passage.id(), "codes", Value.ref(team.b.id())));
        unread.refresh();
        get(changed);
        assertTrue(unread.contains(team.briefing.id()));

        ada.team().markSeen(Set.of(team.passage.id()));
        unread.refresh();
        assertFalse(unread.contains(team.briefing.id()));
    }
}
