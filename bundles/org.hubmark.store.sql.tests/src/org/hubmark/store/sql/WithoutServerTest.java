package org.hubmark.store.sql;

import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.reach;
import static org.hubmark.testing.TeamFixture.rename;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Value;
import org.hubmark.core.replica.ReplicaState;
import org.hubmark.core.replica.ReplicatedStore;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SyncState;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.Role;
import org.hubmark.testing.ChildProcess;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.TeamFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real team server that is stopped and started, and somebody who works on its project meanwhile. */
@ExtendWith(NoErrorsLogged.class)
class WithoutServerTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    private static final int PATIENCE_SECONDS = 60;
    private static final int STEPS = 40;
    private static final int LARGE = 8;

    @TempDir
    private Path folder;
    private final Set<String> accounts = new HashSet<>();
    private TestServer server;
    private int port;
    private boolean stopped;
    private TeamFixture team;
    private ChaosPlace bens;
    private UUID project;
    private ObjectState hub;

    @BeforeEach
    void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = TestServer.start(folder.resolve("base"), port);
        server.create("hubs");
        team = new TeamFixture(this::login, folder);
        project = team.sample.project;
        hub = team.hub;
        login("ben").close();
        bens = ChaosPlace.of(server.location("hubs", "ben", TestServer.PASSWORD));
    }

    @AfterEach
    void end() throws Exception {
        if (stopped) {
            startAgain(); // whoever says goodbye to nobody waits for long
        }
        team.close();
        server.close();
    }

    private AnnotationStore login(String member) throws Exception {
        if (accounts.add(member)) {
            try (AnnotationStore administrator = server.open("hubs")) {
                administrator.members().create(new Member(member, member, Role.ANALYST),
                        TestServer.PASSWORD.toCharArray(), NONE);
            }
        }
        return server.login("hubs", member, TestServer.PASSWORD);
    }

    private void stop() {
        server.close();
        stopped = true;
    }

    private void startAgain() throws Exception {
        stopped = false;
        server = TestServer.start(folder.resolve("base"), port);
    }

    private Path bensFolder() {
        return folder.resolve("bens");
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** Ben was online once, a colleague went on, and the server is gone. */
    private void leave() throws Exception {
        try (ReplicatedStore store = Traveller.open(bens, project, bensFolder());
                Session ben = Traveller.session(store, project, bensFolder())) {
            store.makeReplica(NONE);
            Session cleo = team.open("cleo");
            cleo.execute("Rename", List.of(rename(cleo, hub, "丙")));
            sync(cleo);
            cleo.close();
            await("the replica follows", () -> store.replica().revision() == 2);
            assertEquals(ReplicaState.Kind.READY, store.replica().kind());
        }
        stop();
    }

    @Test
    void everythingIsThereWithoutTheServerTextsIncluded() throws Exception {
        leave();
        try (ReplicatedStore store = Traveller.open(bens, project, bensFolder());
                Session ben = Traveller.session(store, project, bensFolder())) {
            assertEquals(SyncState.Kind.OFFLINE, ben.syncState().kind());
            assertEquals("丙", ben.state(hub.id()).text("nameZh"));
            assertEquals("ben", ben.member());
            assertEquals(Role.ANALYST, ben.role());
            try (BriefingDocument document = get(ben.openBriefing(team.edition.id()))) {
                assertEquals(team.text.text(), document.text());
                assertEquals(1, document.passages().size());
            }
            assertEquals(1, get(ben.evidence(hub.id())).size());
            List<Revision> log = store.since(project, 0, NONE).toList();
            assertEquals(List.of("ada", "cleo"), log.stream().map(Revision::author).toList());
            assertEquals(2, store.query(project, "select 1 from v_hub where project = :project", Map.of(), 9,
                    NONE).rows().size());
        }
    }

    @Test
    void whatWasDoneWithoutTheServerSurvivesAKillAndMeetsAContraryChange() throws Exception {
        leave();
        try (ChildProcess away = Traveller.start(bensFolder(), bens, project, hub.id())) {
            assertEquals("open OFFLINE 2", away.line(Traveller.OPEN));
            away.send("name 本");
            away.line(Traveller.KEPT);
        }
        startAgain();
        Session cleo = team.open("cleo");
        cleo.execute("Rename", List.of(rename(cleo, hub, "克")));
        sync(cleo);
        stop();
        try (ReplicatedStore store = Traveller.open(bens, project, bensFolder());
                Session ben = Traveller.session(store, project, bensFolder())) {
            assertEquals("本", ben.state(hub.id()).text("nameZh"));
            assertEquals(1, ben.waiting().size());
            startAgain();
            ben.tryAgain();
            sync(ben);
            assertEquals("克", ben.state(hub.id()).text("nameZh"));
            assertEquals(1, ben.team().conflicts().size());
            await("synced", () -> ben.syncState().kind() == SyncState.Kind.SYNCED);
            reach(cleo, ben.revision());
            assertEquals(1, cleo.team().conflicts().size());
            List<Revision> log = store.since(project, 0, NONE).toList();
            assertEquals(log.size(), log.stream().map(Revision::changeSet).distinct().count());
            assertEquals(4, log.size(), "the start, two of Cleo's, and the conflict");
        }
    }

    @Test
    void aReplicaThatHasGrownIsWrittenAnewWhenItIsOpenedNext() throws Exception {
        long grown;
        try (ReplicatedStore store = Traveller.open(bens, project, bensFolder());
                Session ben = Traveller.session(store, project, bensFolder())) {
            store.makeReplica(NONE);
            String large = "长".repeat(100_000);
            for (int i = 0; i < LARGE; i++) {
                follow(store, ben, TeamFixture.put(ben, hub.id(), "description", Value.of(large + i)));
            }
            grown = size();
        }
        try (ReplicatedStore store = Traveller.open(bens, project, bensFolder());
                Session ben = Traveller.session(store, project, bensFolder())) {
            await("it is smaller", () -> size() < grown);
            follow(store, ben, rename(ben, hub, "丁"));
        }
        stop();
        try (ReplicatedStore store = Traveller.open(bens, project, bensFolder());
                Session ben = Traveller.session(store, project, bensFolder())) {
            assertEquals("丁", ben.state(hub.id()).text("nameZh"));
            assertEquals(LARGE + 2, store.since(project, 0, NONE).toList().size());
        }
    }

    private static void follow(ReplicatedStore store, Session session, Change change) throws Exception {
        session.execute("Change", List.of(change));
        sync(session);
        long now = session.revision();
        await("the replica follows", () -> store.replica().revision() == now);
    }

    /** Of the replica's database file. */
    private long size() {
        return bensFolder().resolve("replica/hubmark.mv.db").toFile().length();
    }

    @Test
    void whatTheServerTookIsNotMissedAfterAKillWithoutIt() throws Exception {
        String last = "";
        try (ChildProcess away = Traveller.start(bensFolder(), bens, project, hub.id())) {
            away.line(Traveller.OPEN);
            for (int i = 0; i < STEPS; i++) {
                last = "步" + i;
                away.send("name " + last);
                away.line(Traveller.KEPT);
            }
            away.send("synced");
            assertEquals("synced true " + (STEPS + 1), away.line(Traveller.SYNCED));
        }
        stop();
        try (ReplicatedStore store = Traveller.open(bens, project, bensFolder());
                Session ben = Traveller.session(store, project, bensFolder())) {
            assertEquals(last, ben.state(hub.id()).text("nameZh"));
            startAgain();
            ben.tryAgain();
            await("synced", () -> ben.syncState().kind() == SyncState.Kind.SYNCED && ben.waiting().isEmpty());
            assertEquals(STEPS + 1, ben.revision());
            await("the replica follows", () -> store.replica().revision() == STEPS + 1);
        }
    }
}
