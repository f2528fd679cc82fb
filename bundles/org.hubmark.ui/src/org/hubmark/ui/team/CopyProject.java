package org.hubmark.ui.team;

import java.time.Duration;
import java.util.OptionalLong;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ProjectCopy;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.ui.Errors;

/** Copies the project of a session to another database in the background, and then offers to open the copy. */
public final class CopyProject {

    /** The family of its jobs. */
    public static final Object JOBS = CopyProject.class;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ALL = 100;
    private static final int OPENING = 10;

    /** Where the copy goes. Its methods block, and are called by the job. */
    public interface Target {

        /** What the user calls it. */
        String name();

        /** If it fails it leaves nothing behind. */
        AnnotationStore open(IProgressMonitor monitor) throws Exception;

        /** The copy was begun and not finished; its database is closed. */
        void broken() throws Exception;
    }

    private final Session session;
    private final Target target;
    private final Runnable open;
    private final Messages messages = Messages.of(CopyProject.class);

    /** @param open opens the copy; called on the model thread if the user wants it */
    public CopyProject(Session session, Target target, Runnable open) {
        this.session = session;
        this.target = target;
        this.open = open;
    }

    /** Starts to copy; returns at once. @param until the last revision to be copied; empty for all */
    public void start(OptionalLong until) {
        Job job = new Job(messages.get("copy.job", target.name())) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                return copy(until, monitor);
            }

            @Override
            public boolean belongsTo(Object family) {
                return family == JOBS;
            }
        };
        job.setUser(true);
        job.schedule();
    }

    private IStatus copy(OptionalLong until, IProgressMonitor monitor) {
        SubMonitor progress = SubMonitor.convert(monitor, ALL);
        try {
            session.awaitSynced(PATIENCE);
            long newest = copyTo(until, progress);
            session.executor().execute(() -> offer(newest));
            return Status.OK_STATUS;
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        } catch (Exception e) {
            Errors.show(messages.get("copy.failed", target.name()), e);
            return Status.OK_STATUS;
        }
    }

    private long copyTo(OptionalLong until, SubMonitor progress) throws Exception {
        AnnotationStore opened = target.open(progress.split(OPENING));
        boolean done = false;
        try (AnnotationStore to = opened) {
            long newest = new ProjectCopy(session.store(), to, session.projectId())
                    .run(until, progress.split(ALL - OPENING));
            done = true;
            return newest;
        } finally {
            // after the store is closed: resources are closed before a finally block begins
            if (!done) {
                target.broken();
            }
        }
    }

    private void offer(long newest) {
        if (MessageDialog.open(MessageDialog.QUESTION, Display.getDefault().getActiveShell(),
                messages.get("copy.title"), messages.get("copy.done", target.name(), newest), SWT.NONE,
                messages.get("copy.open"), messages.get("copy.stay")) == 0) {
            open.run();
        }
    }
}
