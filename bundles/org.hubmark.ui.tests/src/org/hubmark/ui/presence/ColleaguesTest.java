package org.hubmark.ui.presence;

import static org.hubmark.testing.TeamFixture.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.hubmark.core.session.SessionListener;
import org.hubmark.core.store.Presence.Place;
import org.hubmark.ui.TeamTest;
import org.junit.jupiter.api.Test;

class ColleaguesTest extends TeamTest {

    private static Colleague named(String name) {
        return new Colleague("account", name, List.of());
    }

    @Test
    void initialsStandForNamesOfAllKinds() {
        assertEquals("A", named("ada").initials());
        assertEquals("AL", named("Ada Lovelace").initials());
        assertEquals("LD", named("lin.dan").initials());
        assertEquals("林", named("林丹").initials());
        assertEquals("欧", named("欧阳 明").initials());
        assertEquals("?", named(" ").initials());
    }

    @Test
    void aMemberAlwaysHasTheSameColour() {
        assertEquals(named("Ada").colour(), named("Ada Lovelace").colour());
        assertTrue(named("Ada").colour().matches("#[0-9A-F]{6}"));
    }

    @Test
    void aColleagueIsSeenAtTheBriefingAndThePassage() throws Exception {
        berta.team().moveTo(new Place(team.edition.id(), team.passage.id()));
        CompletableFuture<Void> there = new CompletableFuture<>();
        SessionListener listener = new SessionListener() {
            @Override
            public void presentChanged() {
                if (!Colleagues.of(ada).on(team.passage.id()).isEmpty()) {
                    there.complete(null);
                }
            }
        };
        ada.addListener(listener);
        listener.presentChanged();
        get(there);
        Colleagues colleagues = Colleagues.of(ada);
        assertEquals("berta", Colleagues.names(colleagues.at(team.edition.id())));
        assertEquals("berta", Colleagues.names(colleagues.in(team.briefing)));
        assertEquals(List.of(), colleagues.at(team.hub.id()));
        assertTrue(colleagues.lines().contains("简报"), colleagues.lines());
        assertEquals(1, colleagues.all().size());
    }
}
