package org.hubmark.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.StoreException;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Originals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class ImportInStoreTest {

    private final SeedFolder seeds = SeedFolder.of(Originals.root().resolve("seeds"));
    private final IProgressMonitor monitor = new NullProgressMonitor();
    private final FakeStore store = new FakeStore();

    @Test
    void makingTheSampleProjectTwiceMakesItOnce() throws Exception {
        UUID project = new SampleProject(seeds).createIn(store, monitor);
        long revision = store.projects(monitor).getFirst().revision();
        assertEquals(project, new SampleProject(seeds).createIn(store, monitor));
        assertEquals(revision, store.projects(monitor).getFirst().revision());
    }

    @Test
    void theSampleProjectSaysWhichBriefingsItLacks() throws Exception {
        UUID project = new SampleProject(seeds).createIn(store, monitor);
        Holdings holdings = Holdings.of(store, project, seeds, monitor);
        assertEquals(0, holdings.ranges());
        assertEquals(1725, holdings.expectedLinks());
        assertTrue(holdings.records() > 1300, () -> holdings.records() + " records");
        assertEquals(5, holdings.gaps().size(), () -> String.join("\n", holdings.gaps()));
        for (int i = 0; i < 5; i++) {
            assertTrue(holdings.gaps().get(i).contains("doc.00" + i), holdings.gaps().get(i));
        }
    }

    @Test
    void anImportThatWasUndoneIsMadeAgainAndIsWhole() throws Exception {
        assumeTrue(Originals.files().size() == 5, "skipped: the five original briefings are not on this machine");
        UUID project = project();
        Path file = Originals.files().get(3);
        BriefingImport first = prepare(project, file);
        ChangeSet done = commit(project, first);
        commit(done.inverse(Ids.next(), Ids.next(), done.base() + 1, "undo"));
        BriefingImport again = prepare(project, file);
        assertNotEquals(first.edition(), again.edition());
        assertEquals(first.changes().size(), again.changes().size());
        commit(project, again);
        assertEquals(List.of(), prepare(project, file).changes());
    }

    private UUID project() throws StoreException {
        UUID project = Ids.next();
        ObjectState state = new ObjectState(project, "Project", null, Map.of(), Map.of());
        commit(new ChangeSet(Ids.next(), project, Ids.next(), 0, "new", null, List.of(new Change.Create(state))));
        return project;
    }

    private BriefingImport prepare(UUID project, Path file) throws Exception {
        return BriefingImport.prepare(SeedProjects.read(file), store, project, seeds, monitor);
    }

    private ChangeSet commit(UUID project, BriefingImport result) throws StoreException {
        store.keep(result.text(), monitor);
        long base = store.projects(monitor).getFirst().revision();
        ChangeSet changes = new ChangeSet(Ids.next(), project, Ids.next(), base, result.label(), null,
                result.changes());
        commit(changes);
        return changes;
    }

    private void commit(ChangeSet changes) throws StoreException {
        assertInstanceOf(CommitResult.Accepted.class, store.commit(changes, monitor));
    }
}
