package org.hubmark.ui.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ProjectContent;
import org.hubmark.core.project.ProjectLoader;
import org.hubmark.core.report.ReportWriter;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.StoreException;
import org.hubmark.ui.Errors;
import org.hubmark.ui.Services;

/** Writes an evidence report in the background and then offers to open it. */
public final class WriteReport {

    /** The family of its jobs. */
    public static final Object JOBS = WriteReport.class;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LOADING = 40;
    private static final int ALL = 100;

    private final Session session;
    private final Supplier<List<ReportWriter>> writers;
    private final Messages messages = Messages.of(WriteReport.class);

    public WriteReport(Session session) {
        this(session, () -> new Services().all(ReportWriter.class));
    }

    WriteReport(Session session, Supplier<List<ReportWriter>> writers) {
        this.session = session;
        this.writers = writers;
    }

    /** Asks the user which report, and starts it. @param revision chosen at first; empty for now */
    public void ask(Shell parent, OptionalLong revision) {
        ReportDialog dialog = new ReportDialog(parent, session, revision);
        if (dialog.open() == Window.OK) {
            start(dialog.request());
        }
    }

    /** Returns at once. */
    private void start(ReportRequest request) {
        Job job = new Job(messages.get("report.job", request.file().getFileName())) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                return write(request, monitor);
            }

            @Override
            public boolean belongsTo(Object family) {
                return family == JOBS;
            }
        };
        job.setUser(true);
        job.schedule();
    }

    private IStatus write(ReportRequest request, IProgressMonitor monitor) {
        Path file = request.file();
        SubMonitor progress = SubMonitor.convert(monitor, ALL);
        try {
            session.awaitSynced(PATIENCE);
            ProjectContent content = ProjectLoader.load(session.store(), session.projectId(), request.revision(),
                    progress.split(LOADING));
            writer(file).write(content, request.options(), file, progress.split(ALL - LOADING));
            session.executor().execute(() -> offer(file));
            return Status.OK_STATUS;
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        } catch (IOException | StoreException e) {
            Errors.show(messages.get("report.failed", file), e);
            return Status.OK_STATUS;
        }
    }

    private ReportWriter writer(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return writers.get().stream().filter(w -> name.endsWith('.' + w.format())).findFirst()
                .orElseThrow(() -> new IOException(messages.get("report.format", file.getFileName())));
    }

    private void offer(Path file) {
        if (MessageDialog.open(MessageDialog.INFORMATION, Display.getDefault().getActiveShell(),
                messages.get("report.title"), messages.get("report.done", file), 0, messages.get("report.open"),
                messages.get("report.close")) == 0) {
            Program.launch(file.toString());
        }
    }
}
