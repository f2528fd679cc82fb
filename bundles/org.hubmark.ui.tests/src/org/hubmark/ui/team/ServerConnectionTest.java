package org.hubmark.ui.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.StoreException;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class ServerConnectionTest {

    private final NullProgressMonitor monitor = new NullProgressMonitor();

    private static ServerConnection knowing(FakeServer server, Trust trust) {
        return new ServerConnection(server, RecentServers.NONE.trusting(FakeServer.ADDRESS, trust));
    }

    @Test
    void aServerThatIsNotKnownHasToBeTrustedFirst() throws Exception {
        ServerConnection connection = new ServerConnection(new FakeServer(), RecentServers.NONE);
        connection.look(FakeServer.ADDRESS, monitor);
        assertEquals(FakeServer.FINGERPRINT, connection.fingerprint().hex());
        assertNull(connection.trust());
        assertFalse(connection.isKnown());
        assertFalse(connection.isChanged());
    }

    @Test
    void aServerThatIsKnownIsTrustedAtOnce() throws Exception {
        ServerConnection connection = knowing(new FakeServer(), new Trust(FakeServer.FINGERPRINT));
        connection.look(FakeServer.ADDRESS, monitor);
        assertTrue(connection.isKnown());
        assertEquals(new Trust(FakeServer.FINGERPRINT), connection.trust());
    }

    @Test
    void anotherCertificateThanLastTimeIsNoticed() throws Exception {
        FakeServer server = new FakeServer();
        server.renewCertificate();
        ServerConnection connection = knowing(server, new Trust(FakeServer.FINGERPRINT));
        connection.look(FakeServer.ADDRESS, monitor);
        assertTrue(connection.isChanged());
        assertNull(connection.trust());
    }

    @Test
    void authoritiesHaveNoCertificateThatCouldChange() throws Exception {
        ServerConnection connection = knowing(new FakeServer(), Trust.AUTHORITIES);
        connection.look(FakeServer.ADDRESS, monitor);
        assertFalse(connection.isChanged());
        assertFalse(connection.isKnown());
    }

    @Test
    void afterTheLoginMemberAndProjectsAreKnown() throws Exception {
        ServerConnection connection = loggedIn(new FakeServer("Policy", "Hubs"));
        assertEquals(Role.ADMINISTRATOR, connection.member().role());
        assertEquals(List.of("Hubs", "Policy"), connection.projects().stream().map(ProjectInfo::name).toList());
    }

    @Test
    void aWrongPasswordIsRefusedAndTheRightOneIsTakenThen() throws Exception {
        ServerConnection connection = new ServerConnection(new FakeServer("Hubs"), RecentServers.NONE);
        connection.look(FakeServer.ADDRESS, monitor);
        connection.trust(new Trust(FakeServer.FINGERPRINT));
        StoreException refusal = assertThrows(StoreException.class,
                () -> connection.logIn("ada", "wrong".toCharArray(), monitor));
        assertEquals(StoreException.Kind.REFUSED, refusal.kind());
        assertEquals(List.of(), connection.projects());
        connection.logIn("ada", "secret".toCharArray(), monitor);
        assertEquals(1, connection.projects().size());
    }

    @Test
    void aNewProjectIsAmongTheProjects() throws Exception {
        ServerConnection connection = loggedIn(new FakeServer());
        ProjectInfo made = connection.create("港湾城", monitor);
        assertEquals("港湾城", made.name());
        assertEquals(List.of(made), connection.projects());
    }

    @Test
    void waitingForAServerThatDoesNotAnswerCanBeCancelled() throws Exception {
        FakeServer server = new FakeServer();
        server.fallSilent();
        monitor.setCanceled(true);
        assertThrows(OperationCanceledException.class,
                () -> new ServerConnection(server, RecentServers.NONE).look(FakeServer.ADDRESS, monitor));
    }

    private ServerConnection loggedIn(FakeServer server) throws StoreException {
        ServerConnection connection = knowing(server, new Trust(FakeServer.FINGERPRINT));
        connection.look(FakeServer.ADDRESS, monitor);
        connection.logIn("ada", "secret".toCharArray(), monitor);
        return connection;
    }
}
