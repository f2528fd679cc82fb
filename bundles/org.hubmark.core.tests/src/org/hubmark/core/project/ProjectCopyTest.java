package org.hubmark.core.project;

import static org.hubmark.testing.TeamFixture.rename;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.ProgressMonitorWrapper;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.StoreException;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.TeamFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoErrorsLogged.class)
class ProjectCopyTest {

    private static final IProgressMonitor NONE = new NullProgressMonitor();
    private static final int STEPS = 450;

    @TempDir
    Path folder;
    private final FakeStore from = new FakeStore();
    private final FakeStore to = new FakeStore();
    private TeamFixture team;
    private ProjectCopy copy;

    @BeforeEach
    void open() throws Exception {
        team = new TeamFixture(from::connect, folder);
        Session session = team.open("ben");
        for (int i = 0; i < STEPS; i++) {
            session.execute("step " + i, List.of(rename(session, team.hub, "name " + i)));
        }
        sync(session);
        copy = new ProjectCopy(from, to, team.sample.project);
    }

    @AfterEach
    void close() {
        team.close();
    }

    @Test
    void theCopyIsTheSameProjectWithTheSameLogAndItsTexts() throws Exception {
        assertEquals(STEPS + 1, copy.run(OptionalLong.empty(), NONE));

        assertEquals(from.since(team.sample.project, 0, NONE).toList(), to.since(team.sample.project, 0, NONE).toList());
        assertEquals(from.states(team.sample.project), to.states(team.sample.project));
        assertEquals(team.text.text(), to.text(team.text.textSha256(), NONE).text());
    }

    @Test
    void workGoesOnInBothAndOnlyTheNewIsCopiedNextTime() throws Exception {
        copy.run(OptionalLong.of(100), NONE);
        assertEquals("name 98", name(to));
        assertEquals(STEPS + 1, copy.run(OptionalLong.empty(), NONE));
        assertEquals(STEPS + 1, copy.run(OptionalLong.empty(), NONE));
        assertEquals("name 449", name(to));
    }

    @Test
    void anEarlierRevisionIsAProjectOfItsOwnElsewhere() throws Exception {
        assertEquals(7, copy.run(OptionalLong.of(7), NONE));

        assertEquals("name 5", name(to));
        assertEquals(7, to.projects(NONE).getFirst().revision());
    }

    @Test
    void aCopyThatWasBrokenOffGoesOnWhereItStopped() throws Exception {
        class Impatient extends ProgressMonitorWrapper {
            Impatient() {
                super(new NullProgressMonitor());
            }

            @Override
            public void worked(int work) {
                setCanceled(true);
            }
        }

        assertThrows(OperationCanceledException.class, () -> copy.run(OptionalLong.empty(), new Impatient()));
        long till = to.projects(NONE).getFirst().revision();
        assertTrue(till > 0 && till < STEPS, "copied " + till);
        copy.run(OptionalLong.empty(), NONE);
        assertEquals(from.states(team.sample.project), to.states(team.sample.project));
    }

    @Test
    void aProjectWithAnotherHistoryIsLeftAlone() throws Exception {
        copy.run(OptionalLong.of(10), NONE);
        List<ObjectState> before = to.states(team.sample.project);
        to.commit(team.sample.by(Ids.next(), 10, new Change.Put(team.hub.id(), "nameEn", null,
                org.hubmark.core.change.Value.of("there"))), NONE);
        assertEquals(11, to.projects(NONE).getFirst().revision());

        StoreException refused = assertThrows(StoreException.class, () -> copy.run(OptionalLong.empty(), NONE));
        assertEquals(StoreException.Kind.REFUSED, refused.kind());
        assertTrue(refused.getMessage().contains("11"), refused.getMessage());
        assertEquals(11, to.projects(NONE).getFirst().revision());
        assertEquals(before.size(), to.states(team.sample.project).size());
        assertTrue(to.commit(team.sample.by(Ids.next(), 11), NONE) instanceof CommitResult.Accepted);
    }

    private String name(FakeStore store) {
        return store.states(team.sample.project).stream().filter(s -> s.id().equals(team.hub.id())).findFirst()
                .orElseThrow().text("nameZh");
    }
}
