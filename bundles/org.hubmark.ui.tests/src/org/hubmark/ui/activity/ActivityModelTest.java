package org.hubmark.ui.activity;

import static org.hubmark.testing.TeamFixture.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.Value;
import org.hubmark.core.history.RevisionSummary;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.session.SyncState;
import org.hubmark.testing.TeamFixture;
import org.hubmark.ui.TeamTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActivityModelTest extends TeamTest {

    private final Heard heard = new Heard();
    private ActivityModel model;

    /** Completes what a test waits for. */
    private static final class Heard implements ActivityModel.Listener {

        private volatile CompletableFuture<String> next = new CompletableFuture<>();

        @Override
        public void replaced() {
            next.complete("replaced");
        }

        @Override
        public void prepended(int count) {
            next.complete("prepended " + count);
        }

        @Override
        public void appended(int count) {
            next.complete("appended " + count);
        }

        @Override
        public void failed(Throwable failure) {
            next.complete("failed");
        }
    }

    private String after(Runnable action) throws Exception {
        heard.next = new CompletableFuture<>();
        action.run();
        return get(heard.next);
    }

    private List<String> labels() {
        return model.entries().stream().map(RevisionSummary::label).toList();
    }

    @BeforeEach
    void theLogIsThere() throws Exception {
        model = new ActivityModel(ada, heard);
        berta("Rename hub", TeamFixture.rename(berta, team.hub, "筑波"));
        assertEquals("replaced", after(model::reload));
    }

    @Test
    void theNewestComesFirstWithWhatItChanged() {
        RevisionSummary newest = model.entries().getFirst();
        assertEquals("Rename hub", newest.label());
        assertEquals("berta", newest.author());
        assertEquals(team.hub.id(), newest.lines().getFirst().object());
        assertFalse(model.hasMore());
    }

    @Test
    void whatAColleagueDoesComesBeforeTheOthers() throws Exception {
        CompletableFuture<Void> there = new CompletableFuture<>();
        ada.addListener(new SessionListener() {
            @Override
            public void syncStateChanged(SyncState state) {
                if (state.revision() == 3) {
                    there.complete(null);
                }
            }
        });
        berta("Rename mechanism", TeamFixture.rename(berta, team.mechanism, "机制二"));
        get(there);
        assertEquals("prepended 1", after(model::advanced));
        assertEquals(List.of("Rename mechanism", "Rename hub"), labels().subList(0, 2));
    }

    @Test
    void whatHasNotBeenSeenIsUnreadUntilItIs() {
        RevisionSummary newest = model.entries().getFirst();
        assertTrue(model.isUnread(newest, ada.team().unread()));
        assertFalse(model.isUnread(model.entries().getLast(), ada.team().unread()));
        ada.team().markSeen(ada.team().unread());
        assertFalse(model.isUnread(newest, ada.team().unread()));
    }

    @Test
    void filtersAreAskedOfTheStore() throws Exception {
        after(() -> model.show(" rename ", null, null));
        assertEquals(List.of("Rename hub"), labels());
        after(() -> model.show("", "ada", null));
        assertFalse(labels().contains("Rename hub"));
        after(() -> model.show("", null, team.mechanism.id()));
        assertEquals(1, labels().size());
    }

    @Test
    void theHistoryOfAHubTellsOfItsFactsAndItsEvidenceToo() throws Exception {
        berta("Correct fact", TeamFixture.put(berta, team.fact.id(), "text", Value.of("284")));
        berta("Unlink", new Change.Delete(team.evidence.state()));
        after(() -> model.show("", null, team.hub.id()));
        assertEquals(List.of("Unlink", "Correct fact", "Rename hub"), labels().subList(0, 3));
        after(() -> model.show("", null, team.other.id()));
        assertEquals(1, labels().size(), "the other hub");
    }

    @Test
    void aLongLogComesPageByPage() throws Exception {
        for (int i = 0; i < 60; i++) {
            berta.execute("Step " + i, List.of(TeamFixture.rename(berta, team.hub, "n" + i)));
        }
        TeamFixture.sync(berta);
        TeamFixture.reach(ada, berta.revision());
        after(model::reload);
        assertEquals(50, labels().size());
        assertTrue(model.hasMore());
        assertEquals("appended 12", after(model::more));
        assertEquals("Step 59", labels().getFirst());
        assertFalse(model.hasMore());
    }

    @Test
    void aStoreThatCannotBeAskedIsToldOf() throws Exception {
        adas.setOffline(true);
        assertEquals("failed", after(model::reload));
    }

    @Test
    void anObjectIsRestoredToWhatItWasInOneStep() throws Exception {
        assertTrue(get(new Restoring(ada).restore(team.hub.id(), 1)));
        assertEquals("甲", ada.state(team.hub.id()).text("nameZh"));
        assertTrue(ada.undo().isEmpty());
        assertEquals("筑波", ada.state(team.hub.id()).text("nameZh"));
    }

    @Test
    void aRevisionIsComparedWithNow() throws Exception {
        Comparison comparison = get(Comparison.of(ada, 1));
        assertEquals(1, comparison.lines().size());
        assertEquals("甲", comparison.lines().getFirst().before());
        assertEquals("筑波", comparison.lines().getFirst().after());
    }
}
