package org.hubmark.core.replica;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.session.SyncState;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.TeamFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ben works on a server's project from a machine that is not always in touch; Cleo is always. */
@ExtendWith(NoErrorsLogged.class)
abstract class AwayTeam {

    static final IProgressMonitor NONE = new NullProgressMonitor();
    static final ReplicaSettings AT_ONCE = new ReplicaSettings(Duration.ofMillis(5), Long.MAX_VALUE);
    static final ReplicaSettings NOT_SOON = new ReplicaSettings(Duration.ofHours(1), Long.MAX_VALUE);

    @TempDir
    Path folder;
    final AwayServer server = new AwayServer();
    private final List<Session> open = new ArrayList<>();
    private final BlockingQueue<SyncState> states = new LinkedBlockingQueue<>();
    TeamFixture team;
    Session cleo;
    ReplicaSettings settings = AT_ONCE;

    @BeforeEach
    void start() throws Exception {
        team = new TeamFixture(member -> server.database().connect(member), folder);
        server.database().members().create(new Member("ben", "ben", Role.ANALYST), new char[0], NONE);
        cleo = team.open("cleo");
    }

    @AfterEach
    void end() throws Exception {
        for (Session session : List.copyOf(open)) {
            close(session);
        }
        team.close();
    }

    Session open() throws Exception {
        ReplicatedStore store = ReplicatedStore.open(server, server, folder.resolve("replica"), team.sample.project,
                settings, NONE);
        Session session = Session.open(store, team.sample.project, folder.resolve("ben"), ModelExecutor.direct(), NONE);
        states.clear();
        session.addListener(new SessionListener() {
            @Override
            public void syncStateChanged(SyncState state) {
                states.add(state);
            }
        });
        open.add(session);
        return session;
    }

    void close(Session session) throws StoreException {
        open.remove(session);
        session.close();
        session.store().close();
    }

    /** Opens it online, with a replica that is made. */
    Session openWithReplica() throws Exception {
        Session session = open();
        replicated(session).makeReplica(NONE);
        return session;
    }

    static ReplicatedStore replicated(Session session) {
        return (ReplicatedStore) session.store();
    }

    void await(Session session, String what, Predicate<SyncState> condition) throws Exception {
        SyncState state = session.syncState();
        while (!condition.test(state)) {
            state = states.poll(20, TimeUnit.SECONDS);
            assertNotNull(state, () -> what + "; now " + session.syncState());
        }
    }

    void awaitReplica(Session session, long revision) throws Exception {
        await(session, "revision " + revision + " in the replica", s -> s.replica().revision() >= revision);
    }

    void awaitOffline(Session session) throws Exception {
        await(session, "the session notices", s -> s.kind() == SyncState.Kind.OFFLINE);
    }

    /** What is left when the process is killed: nothing is written any more, and the files are free. */
    Session killAndOpen(Session killed) throws Exception {
        server.goAway();
        close(killed);
        return open();
    }

    String name(Session session) {
        return session.state(team.hub.id()).text("nameZh");
    }
}
