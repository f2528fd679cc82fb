package org.hubmark.ui.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.pack.BriefingImport;
import org.hubmark.core.pack.SeedFolder;
import org.hubmark.core.reader.BriefingReader;
import org.hubmark.core.reader.ReadBriefing;
import org.hubmark.core.reader.UnreadableBriefingException;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.StoreException;
import org.hubmark.ui.Errors;
import org.hubmark.ui.Services;

/**
 * Imports files in the background, each as one step for undo, and then tells what became of them. A file that can't be
 * read does not stop the others.
 */
public final class ImportBriefings {

    /** The family of its jobs. */
    public static final Object JOBS = ImportBriefings.class;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Session session;
    private final Services services = new Services();
    private final Messages messages = Messages.of(ImportBriefings.class);

    public ImportBriefings(Session session) {
        this.session = session;
    }

    /** Starts the import; returns at once. */
    public void start(List<Path> files) {
        Job job = new Job(messages.get("import.job")) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                return read(files, monitor);
            }

            @Override
            public boolean belongsTo(Object family) {
                return family == JOBS;
            }
        };
        job.setUser(true);
        job.schedule();
    }

    private IStatus read(List<Path> files, IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, files.size());
        List<ImportedFile> done = new ArrayList<>();
        for (Path file : files) {
            progress.subTask(file.getFileName().toString());
            if (progress.isCanceled()) {
                break;
            }
            done.add(read(file, progress.split(1)));
        }
        session.executor().execute(() -> new ImportReport(done).show());
        return progress.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private ImportedFile read(Path file, IProgressMonitor monitor) {
        String name = file.getFileName().toString();
        try {
            BriefingReader reader = services.all(BriefingReader.class).stream().filter(r -> r.reads(name)).findFirst()
                    .orElse(null);
            return reader == null ? ImportedFile.failed(name, messages.get("import.kind"))
                    : bring(reader.read(file, monitor), monitor);
        } catch (UnreadableBriefingException | StoreException e) {
            return ImportedFile.failed(name, e.getMessage());
        } catch (IOException e) {
            return ImportedFile.failed(name, messages.get("import.unreadable", e.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ImportedFile.failed(name, messages.get("import.interrupted"));
        }
    }

    /** The import looks at the project in the store, so what this session has done before must be there first. */
    private ImportedFile bring(ReadBriefing read, IProgressMonitor monitor)
            throws StoreException, IOException, InterruptedException {
        if (!session.awaitSynced(PATIENCE)) {
            return ImportedFile.failed(read.fileName(), messages.get("import.offline"));
        }
        SeedFolder seeds = services.one(SeedFolder.class);
        BriefingImport result = BriefingImport.prepare(read, session.store(), session.projectId(), seeds, monitor);
        if (!result.changes().isEmpty()) {
            session.keep(result.text());
            session.executor().execute(() -> commit(result));
            session.awaitSynced(PATIENCE);
        }
        return ImportedFile.done(read, result);
    }

    private void commit(BriefingImport result) {
        try {
            session.execute(result.label(), result.changes());
        } catch (RuntimeException e) {
            Errors.show(messages.get("import.refused", result.title()), e);
        }
    }
}
