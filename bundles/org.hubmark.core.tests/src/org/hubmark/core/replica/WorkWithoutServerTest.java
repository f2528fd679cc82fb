package org.hubmark.core.replica;

import static org.hubmark.testing.TeamFixture.get;
import static org.hubmark.testing.TeamFixture.put;
import static org.hubmark.testing.TeamFixture.reach;
import static org.hubmark.testing.TeamFixture.rename;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

import org.hubmark.core.briefing.Edition;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Value;
import org.hubmark.core.project.ProjectCopy;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.Rejection;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.session.SyncState;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.Test;

/** What is done without the server, and what becomes of it. */
class WorkWithoutServerTest extends AwayTeam {

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
}
