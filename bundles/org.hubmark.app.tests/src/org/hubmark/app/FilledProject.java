package org.hubmark.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.pack.BriefingImport;
import org.hubmark.core.pack.SampleProject;
import org.hubmark.core.pack.SeedFolder;
import org.hubmark.core.reader.ReadBriefing;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.QueryResult;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.readers.PlainTextReader;
import org.hubmark.store.sql.SqlStoreService;
import org.hubmark.testing.Originals;

/** The sample project in a store of its own, with the five originals imported as a user imports them. */
final class FilledProject implements AutoCloseable {

    final AnnotationStore store;
    final UUID id;
    private final IProgressMonitor monitor = new NullProgressMonitor();

    private FilledProject(AnnotationStore store, UUID id) {
        this.store = store;
        this.id = id;
    }

    static SeedFolder seeds() {
        return SeedFolder.of(Originals.root().resolve("seeds"));
    }

    static FilledProject in(Path folder) throws Exception {
        IProgressMonitor monitor = new NullProgressMonitor();
        AnnotationStore store = new SqlStoreService().open(new StoreLocation.Embedded(folder.resolve("hubs"), true),
                monitor);
        FilledProject project = new FilledProject(store, new SampleProject(seeds()).createIn(store, monitor));
        for (Path file : Originals.files()) {
            project.bring(file);
        }
        return project;
    }

    private void bring(Path file) throws Exception {
        ReadBriefing read = new PlainTextReader().read(file, monitor);
        BriefingImport result = BriefingImport.prepare(read, store, id, seeds(), monitor);
        store.keep(result.text(), monitor);
        ChangeSet changes = new ChangeSet(Ids.next(), id, Ids.next(), revision(), result.label(), null,
                result.changes());
        CommitResult committed = store.commit(changes, monitor);
        if (!(committed instanceof CommitResult.Accepted)) {
            throw new AssertionError(file.getFileName() + " was not imported: " + committed);
        }
    }

    private long revision() throws StoreException {
        return store.projects(monitor).stream().filter(info -> info.id().equals(id)).findFirst().orElseThrow()
                .revision();
    }

    /** The answer of one SELECT, whole. */
    List<List<Object>> rows(String select) throws StoreException {
        QueryResult result = store.query(id, select, Map.of(), 100_000, monitor);
        if (result.truncated()) {
            throw new AssertionError("cut off: " + select);
        }
        return result.rows();
    }

    @Override
    public void close() throws StoreException {
        store.close();
    }
}
