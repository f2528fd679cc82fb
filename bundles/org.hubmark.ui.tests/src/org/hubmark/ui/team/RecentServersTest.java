package org.hubmark.ui.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hubmark.core.store.ServerAddress;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.team.RecentServers.Login;
import org.hubmark.ui.team.RecentServers.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class RecentServersTest {

    private static final ServerAddress OTHER = ServerAddress.parse("postgresql://one,two/hubs");
    private static final ServerAddress SAME_SERVER = ServerAddress.parse("hubmark://team.example/policy");

    private final Visit ada = new Visit(new Login(FakeServer.ADDRESS, "ada"), UUID.randomUUID(), "Hubs");
    private final Visit adaToo = new Visit(new Login(FakeServer.ADDRESS, "ada"), UUID.randomUUID(), "港湾城");
    private final Visit bo = new Visit(new Login(OTHER, "bo"), UUID.randomUUID(), "Policy");

    @Test
    void theLastVisitComesFirstAndCountsOnce() {
        RecentServers recent = RecentServers.NONE.visited(ada).visited(bo).visited(adaToo).visited(ada);
        assertEquals(List.of(ada, adaToo, bo), recent.visits());
        assertEquals(List.of(ada.login(), bo.login()), recent.logins());
    }

    @Test
    void aProjectThatWasRenamedHasItsNewName() {
        Visit renamed = new Visit(ada.login(), ada.project(), "Innovation hubs");
        assertEquals(List.of(renamed), RecentServers.NONE.visited(ada).visited(renamed).visits());
    }

    @Test
    void visitsTooLongAgoAreForgotten() {
        RecentServers recent = RecentServers.NONE.visited(ada);
        for (int i = 0; i < 30; i++) {
            recent = recent.visited(new Visit(bo.login(), UUID.randomUUID(), "project " + i));
        }
        assertEquals(30, recent.visits().size());
        assertEquals(List.of(bo.login()), recent.logins());
    }

    @Test
    void aServerIsTrustedWhateverItsDatabase() {
        RecentServers recent = RecentServers.NONE.trusting(FakeServer.ADDRESS, new Trust(FakeServer.FINGERPRINT));
        assertEquals(Optional.of(new Trust(FakeServer.FINGERPRINT)), recent.trust(SAME_SERVER));
        assertEquals(Optional.empty(), recent.trust(OTHER));
    }

    @Test
    void trustEndsWithTheLastEntryOfAServer() {
        Visit there = new Visit(new Login(SAME_SERVER, "ada"), UUID.randomUUID(), "Policy");
        RecentServers recent = RecentServers.NONE.visited(ada).visited(there)
                .trusting(FakeServer.ADDRESS, new Trust(FakeServer.FINGERPRINT)).without(ada.login());
        assertEquals(List.of(there), recent.visits());
        assertTrue(recent.trust(SAME_SERVER).isPresent());
        assertEquals(Optional.empty(), recent.without(there.login()).trust(SAME_SERVER));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        RecentServers recent = RecentServers.NONE.visited(ada).visited(bo).trusting(OTHER, Trust.AUTHORITIES)
                .trusting(FakeServer.ADDRESS, new Trust(FakeServer.FINGERPRINT));
        RecentServers read = RecentServers.parse(recent.format());
        assertEquals(recent.visits(), read.visits());
        assertEquals(Optional.of(Trust.AUTHORITIES), read.trust(OTHER));
        assertEquals(recent.trust(FakeServer.ADDRESS), read.trust(FakeServer.ADDRESS));
        assertEquals(recent.format(), read.format());
    }

    @Test
    void linesThatMakeNoSenseAreLeftOut() {
        String lines = "nonsense\nproject\tno address\tada\nproject\thubmark://h/d\tada\tno id\tname\ntrust\n";
        assertEquals(List.of(ada), RecentServers.parse(lines + RecentServers.NONE.visited(ada).format()).visits());
    }
}
