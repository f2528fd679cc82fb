package org.hubmark.core.replica;

import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.rename;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.session.SyncState;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.junit.jupiter.api.Test;

/** What can be opened and read without the server, and by whom. */
class ReplicatedStoreTest extends AwayTeam {

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
