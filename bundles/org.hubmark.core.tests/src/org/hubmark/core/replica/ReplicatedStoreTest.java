package org.hubmark.core.replica;

import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.put;
import static org.hubmark.testing.TeamFixture.reach;
import static org.hubmark.testing.TeamFixture.rename;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Value;
import org.hubmark.core.project.ProjectCopy;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Rejection;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.session.SyncState;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.hubmark.testing.TeamFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ben works on a server's project from a machine that is not always in touch; Cleo is always. */
@ExtendWith(NoErrorsLogged.class)
class ReplicatedStoreTest {

    private static final IProgressMonitor NONE = new NullProgressMonitor();
    private static final ReplicaSettings AT_ONCE = new ReplicaSettings(Duration.ofMillis(5), Long.MAX_VALUE);
    private static final ReplicaSettings NOT_SOON = new ReplicaSettings(Duration.ofHours(1), Long.MAX_VALUE);

    @TempDir
    Path folder;
    private final AwayServer server = new AwayServer();
    private final List<Session> open = new ArrayList<>();
    private final BlockingQueue<SyncState> states = new LinkedBlockingQueue<>();
    private TeamFixture team;
    private Session cleo;
    private ReplicaSettings settings = AT_ONCE;

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

    private Session open() throws Exception {
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

    private void close(Session session) throws StoreException {
        open.remove(session);
        session.close();
        session.store().close();
    }

    /** Opens it online, with a replica that is made. */
    private Session openWithReplica() throws Exception {
        Session session = open();
        replicated(session).makeReplica(NONE);
        return session;
    }

    private static ReplicatedStore replicated(Session session) {
        return (ReplicatedStore) session.store();
    }

    private void await(Session session, String what, Predicate<SyncState> condition) throws Exception {
        SyncState state = session.syncState();
        while (!condition.test(state)) {
            state = states.poll(20, TimeUnit.SECONDS);
            assertNotNull(state, () -> what + "; now " + session.syncState());
        }
    }

    private void awaitReplica(Session session, long revision) throws Exception {
        await(session, "revision " + revision + " in the replica", s -> s.replica().revision() >= revision);
    }

    private void awaitOffline(Session session) throws Exception {
        await(session, "the session notices", s -> s.kind() == SyncState.Kind.OFFLINE);
    }

    /** What is left when the process is killed: nothing is written any more, and the files are free. */
    private Session killAndOpen(Session killed) throws Exception {
        server.goAway();
        close(killed);
        return open();
    }

    private String name(Session session) {
        return session.state(team.hub.id()).text("nameZh");
    }

    @Test
    void withoutAReplicaAServerThatIsAwayCannotBeOpened() {
        server.goAway();
        StoreException away = assertThrows(StoreException.class, this::open);
        assertEquals(Kind.OFFLINE, away.kind());
        assertEquals("Nobody answers.", away.getMessage());
    }

    @Test
    void theProjectIsThereWithoutTheServerAsItWasLast() throws Exception {
        Session ben = openWithReplica();
        cleo.execute("Rename", List.of(rename(cleo, team.hub, "丙")));
        sync(cleo);
        awaitReplica(ben, 2);
        close(ben);
        server.goAway();

        ben = open();
        assertEquals("丙", name(ben));
        assertEquals(SyncState.Kind.OFFLINE, ben.syncState().kind());
        assertEquals("ben", ben.member());
        assertEquals(Role.ANALYST, ben.role());
        try (BriefingDocument document = get(ben.openBriefing(team.edition.id()))) {
            assertEquals(team.text.text(), document.text());
            assertEquals(1, document.passages().size());
        }
        assertEquals(1, get(ben.evidence(team.hub.id())).size());
        assertEquals(List.of("cleo", "ada"), get(ben.team().log(LogFilter.all(team.sample.project), 9)).stream()
                .map(r -> r.author()).toList());
        assertTrue(get(ben.team().members()).stream().anyMatch(m -> m.name().equals("cleo")));
        assertEquals(List.of(), ben.team().present());
    }

    @Test
    void whatWasDoneWithoutTheServerIsThereAgainAndReachesItOnce() throws Exception {
        Session ben = openWithReplica();
        awaitReplica(ben, 1);
        ben = killAndOpen(ben);
        ben.execute("Describe", List.of(put(ben, team.hub.id(), "description", Value.of("在路上"))));
        ben = killAndOpen(ben);
        assertEquals("在路上", ben.state(team.hub.id()).text("description"));
        assertEquals(List.of("Describe"), ben.waiting().stream().map(ChangeSet::label).toList());
        cleo.execute("Rename", List.of(rename(cleo, team.hub, "丙")));
        sync(cleo);

        server.comeBack();
        ben.tryAgain();
        sync(ben);
        reach(ben, 3);
        await(ben, "synced", s -> s.kind() == SyncState.Kind.SYNCED);
        assertEquals("丙", name(ben));
        awaitReplica(ben, 3);
        reach(cleo, 3);
        assertEquals("在路上", cleo.state(team.hub.id()).text("description"));
        assertEquals(List.of("ada", "cleo", "ben"), server.database().since(team.sample.project, 0, NONE).toList()
                .stream().map(r -> r.author()).toList());
    }

    @Test
    void aContraryChangeMeanwhileIsAConflict() throws Exception {
        Session ben = killAndOpen(openWithReplica());
        ben.execute("Rename", List.of(rename(ben, team.hub, "本")));
        cleo.execute("Rename", List.of(rename(cleo, team.hub, "克")));
        sync(cleo);

        server.comeBack();
        ben.tryAgain();
        sync(ben);
        assertEquals(1, ben.team().conflicts().size());
        assertEquals("克", name(ben));
    }

    @Test
    void ownWorkThatTheServerTookIsNotMissedEvenIfTheReplicaHasNotGotIt() throws Exception {
        settings = NOT_SOON;
        Session ben = openWithReplica();
        ben.execute("Rename", List.of(rename(ben, team.hub, "丙")));
        sync(ben);
        ben = killAndOpen(ben);
        assertEquals(1, ben.syncState().replica().revision());
        assertEquals("丙", name(ben));
        server.comeBack();
        ben.tryAgain();
        await(ben, "synced", s -> s.kind() == SyncState.Kind.SYNCED && s.waiting() == 0);
        assertEquals(2, ben.revision());
    }

    @Test
    void neitherIsTheTextThatWasImportedJustBefore() throws Exception {
        settings = NOT_SOON;
        Session ben = openWithReplica();
        EditionText text = Sample.text("第二版");
        Edition edition = team.sample.edition(team.briefing, text);
        ben.keep(text);
        ben.execute("Import", List.of(new Change.Create(edition.state())));
        sync(ben);
        ben = killAndOpen(ben);
        try (BriefingDocument document = get(ben.openBriefing(edition.id()))) {
            assertEquals("第二版", document.text());
        }
    }

    @Test
    void aKillBeforeTheLastRevisionsWereNotedLosesNothing() throws Exception {
        Session ben = openWithReplica();
        awaitReplica(ben, 1);
        Path note = folder.resolve("replica/replica.json");
        String before = Files.readString(note);
        cleo.execute("Rename", List.of(rename(cleo, team.hub, "丙")));
        sync(cleo);
        awaitReplica(ben, 2);
        server.goAway();
        close(ben);
        Files.writeString(note, before);
        ben = open();
        assertEquals("丙", name(ben));
        assertEquals(2, ben.syncState().replica().revision());
        server.comeBack();
        ben.tryAgain();
        await(ben, "synced", s -> s.kind() == SyncState.Kind.SYNCED);
    }

    @Test
    void whatIsReadWhileTheServerIsAwayComesFromTheReplica() throws Exception {
        Session ben = openWithReplica();
        ben.execute("Rename", List.of(rename(ben, team.hub, "丙")));
        sync(ben);
        awaitReplica(ben, 2);
        server.goAway();
        try (BriefingDocument document = get(ben.openBriefing(team.edition.id()))) {
            assertEquals(team.text.text(), document.text());
        }
        awaitOffline(ben);
        server.comeBack();
        ben.tryAgain();
        await(ben, "synced", s -> s.kind() == SyncState.Kind.SYNCED);
    }

    @Test
    void whatTheReplicaHasNotGotCannotBeReadWhileTheServerIsAway() throws Exception {
        settings = NOT_SOON;
        Session ben = openWithReplica();
        ben.execute("Rename", List.of(rename(ben, team.hub, "丙")));
        sync(ben);
        server.goAway();
        ExecutionException away = assertThrows(ExecutionException.class,
                () -> get(ben.openBriefing(team.edition.id())));
        assertEquals(Kind.OFFLINE, ((StoreException) away.getCause()).kind());
    }

    @Test
    void aReaderStaysOne() throws Exception {
        server.database().members().change(new Member("ben", "ben", Role.READER), NONE);
        Session ben = killAndOpen(openWithReplica());
        assertEquals(Role.READER, ben.role());
        server.comeBack();
        server.database().members().change(new Member("ben", "ben", Role.CURATOR), NONE);
        CompletableFuture<Role> told = new CompletableFuture<>();
        Session session = ben;
        ben.addListener(new SessionListener() {
            @Override
            public void roleChanged() {
                told.complete(session.role());
            }
        });
        ben.tryAgain();
        assertEquals(Role.CURATOR, get(told));
        assertEquals(Role.CURATOR, killAndOpen(ben).role());
    }

    @Test
    void whoBecameAReaderMeanwhileHearsThatAndIsNotAskedForAPassword() throws Exception {
        Session ben = killAndOpen(openWithReplica());
        CompletableFuture<String> rejected = new CompletableFuture<>();
        ben.addListener(new SessionListener() {
            @Override
            public void rejected(Rejection rejection) {
                rejected.complete(rejection.message());
            }
        });
        EditionText text = Sample.text("第二版");
        Edition edition = team.sample.edition(team.briefing, text);
        ben.keep(text);
        ben.execute("Import", List.of(new Change.Create(edition.state())));
        server.database().members().change(new Member("ben", "ben", Role.READER), NONE);
        server.comeBack();
        ben.tryAgain();
        assertTrue(get(rejected).contains("Readers"), get(rejected));
        await(ben, "synced", s -> s.kind() == SyncState.Kind.SYNCED && s.remedy() == SyncState.Remedy.NONE);
    }

    @Test
    void aPasswordThatIsMissingIsAskedForWhenTheServerIsBack() throws Exception {
        Session ben = killAndOpen(openWithReplica());
        ben.execute("Rename", List.of(rename(ben, team.hub, "丙")));
        server.refuse(new StoreException(Kind.REFUSED, "The password is needed."));
        server.comeBack();
        ben.tryAgain();
        await(ben, "sign in", s -> s.remedy() == SyncState.Remedy.SIGN_IN);
        assertEquals("The password is needed.", ben.syncState().message());
        assertEquals(1, ben.syncState().waiting());

        server.refuse(null);
        ben.tryAgain();
        sync(ben);
        await(ben, "nothing to do", s -> s.remedy() == SyncState.Remedy.NONE);
    }

    @Test
    void aWrongPasswordAtTheStartIsNoReasonForTheReplica() throws Exception {
        close(openWithReplica());
        server.refuse(new StoreException(Kind.REFUSED, "Wrong."));
        assertEquals(Kind.REFUSED, assertThrows(StoreException.class, this::open).kind());
    }

    @Test
    void aServerWithAnotherHistoryIsToldOfAndNothingThatWaitsIsLost() throws Exception {
        Session ben = openWithReplica();
        FakeStore backup = new FakeStore();
        new ProjectCopy(server.database(), backup, team.sample.project).run(OptionalLong.empty(), NONE);
        backup.members().create(new Member("ben", "ben", Role.ANALYST), new char[0], NONE);
        cleo.execute("Rename", List.of(rename(cleo, team.hub, "克")));
        sync(cleo);
        awaitReplica(ben, 2);
        ben = killAndOpen(ben);
        ben.execute("Rename", List.of(rename(ben, team.hub, "本")));
        server.become(backup);
        Session dora = team.open(backup.connect("dora"), folder.resolve("dora"));
        dora.execute("Rename", List.of(rename(dora, team.hub, "多")));
        dora.execute("Describe", List.of(put(dora, team.hub.id(), "description", Value.of("x"))));
        sync(dora);

        server.comeBack();
        ben.tryAgain();
        await(ben, "another history", s -> s.remedy() == SyncState.Remedy.REOPEN);
        close(ben);
        ben = open();
        assertEquals(ReplicaState.Kind.NONE, replicated(ben).replica().kind());
        sync(ben);
        assertEquals("多", name(ben));
        assertEquals(1, ben.team().conflicts().size());
        replicated(ben).makeReplica(NONE);
        awaitReplica(ben, 3);
        assertTrue(Files.exists(folder.resolve("replica.before")));
    }

    @Test
    void aDamagedReplicaIsMadeAgainOnceTheServerIsThere() throws Exception {
        Session ben = openWithReplica();
        awaitReplica(ben, 1);
        close(ben);
        server.damage(new StoreException(Kind.DAMAGED, "Damaged."));
        server.goAway();
        assertEquals(Kind.OFFLINE, assertThrows(StoreException.class, this::open).kind());

        server.comeBack();
        ben = open();
        cleo.execute("Rename", List.of(rename(cleo, team.hub, "丙")));
        sync(cleo);
        awaitReplica(ben, 2);
        server.damage(null);
        ben = killAndOpen(ben);
        assertEquals("丙", name(ben));
    }

    @Test
    void aReplicaThatIsCancelledIsNone() throws Exception {
        Session ben = open();
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThrows(OperationCanceledException.class, () -> replicated(ben).makeReplica(monitor));
        assertEquals(ReplicaState.NONE, ben.syncState().replica());
        close(ben);
        server.goAway();
        assertThrows(StoreException.class, this::open);
    }
}
