package org.hubmark.ui.team;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Value;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.replica.ReplicaState;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.session.SyncState;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.StoreException;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.project.PasswordNeededException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Opening a project of a server that is not always there. */
@ExtendWith(NoErrorsLogged.class)
class ServerOpenerTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();

    private final BlockingQueue<SyncState> states = new LinkedBlockingQueue<>();
    private FakeServer server;
    private ServerMemory memory;
    private ServerProject place;
    private Session session;

    @TempDir
    private Path data;

    @BeforeEach
    void aServerIsKnown() throws Exception {
        server = new FakeServer("Policy");
        memory = new ServerMemory(data, MemorySettings.make());
        memory.trust(FakeServer.ADDRESS, new Trust(FakeServer.FINGERPRINT));
        ProjectInfo project = server.database().projects(NONE).getFirst();
        place = memory.place(FakeServer.ADDRESS, "ada", project);
    }

    @AfterEach
    void close() throws Exception {
        if (session != null) {
            session.close();
            session.store().close();
            session = null;
        }
    }

    private static Passwords passwords() {
        return new Passwords(new FakePasswordStore(false), new FakePasswordStore(false), name -> null);
    }

    private void open(Passwords passwords) throws Exception {
        session = new ServerOpener(server, memory, passwords).open(place, ModelExecutor.direct(), NONE);
        states.clear();
        session.addListener(new SessionListener() {
            @Override
            public void syncStateChanged(SyncState state) {
                states.add(state);
            }
        });
    }

    private void await(String what, Predicate<SyncState> condition) throws Exception {
        SyncState state = session.syncState();
        while (!condition.test(state)) {
            state = states.poll(20, TimeUnit.SECONDS);
            assertNotNull(state, () -> what + "; now " + session.syncState());
        }
    }

    /** Ada was online once, and the program was closed. */
    private void openOnce() throws Exception {
        Passwords passwords = passwords();
        passwords.say(FakeServer.ADDRESS, "ada", "secret".toCharArray());
        open(passwords);
        await("the replica", s -> s.replica().kind() == ReplicaState.Kind.READY);
        close();
    }

    @Test
    void theFirstOpeningNeedsTheServer() {
        server.goAway();
        assertEquals(StoreException.Kind.OFFLINE,
                assertThrows(StoreException.class, () -> open(passwords())).kind());
    }

    @Test
    void whereTheServerIsThereThePasswordIsNeeded() throws Exception {
        openOnce();
        assertThrows(PasswordNeededException.class, () -> open(passwords()));
    }

    @Test
    void noPasswordIsNeededAsLongAsTheServerIsAway() throws Exception {
        openOnce();
        server.goAway();
        Passwords passwords = passwords();
        open(passwords);
        Value before = session.state(place.project()).values().get("name");
        session.execute("Rename", List.of(new Change.Put(place.project(), "name", before, Value.of("政策"))));
        assertEquals(SyncState.Kind.OFFLINE, session.syncState().kind());

        server.comeBack();
        session.tryAgain();
        await("sign in", s -> s.remedy() == SyncState.Remedy.SIGN_IN);
        passwords.say(FakeServer.ADDRESS, "ada", "secret".toCharArray());
        session.tryAgain();
        await("synced", s -> s.kind() == SyncState.Kind.SYNCED);
        assertEquals("政策", server.database().projects(NONE).getFirst().name());
    }

    @Test
    void aWrongPasswordIsTriedOnlyOnce() throws Exception {
        openOnce();
        server.goAway();
        Passwords passwords = passwords();
        passwords.say(FakeServer.ADDRESS, "ada", "wrong".toCharArray());
        open(passwords);
        int before = server.logins();
        server.comeBack();
        session.tryAgain();
        await("sign in", s -> s.remedy() == SyncState.Remedy.SIGN_IN && s.message().contains("ada"));
        session.tryAgain();
        assertEquals(before + 1, server.logins());
        passwords.say(FakeServer.ADDRESS, "ada", "secret".toCharArray());
        session.tryAgain();
        await("synced", s -> s.kind() == SyncState.Kind.SYNCED);
    }

    /** It is tried in the background, for as long as a server takes. */
    @Test
    void aPasswordSaidWhileAWrongOneIsTriedIsNotTheOneThatWasRefused() {
        Passwords passwords = passwords();
        passwords.say(FakeServer.ADDRESS, "ada", "secret".toCharArray());
        passwords.refused(FakeServer.ADDRESS, "ada", "wrong".toCharArray());
        assertArrayEquals("secret".toCharArray(), passwords.find(FakeServer.ADDRESS, "ada").orElseThrow());
        passwords.refused(FakeServer.ADDRESS, "ada", "secret".toCharArray());
        assertTrue(passwords.find(FakeServer.ADDRESS, "ada").isEmpty());
    }
}
