package org.hubmark.ui.project;

import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The project that the workbench has open: found by parts with {@code getSite().getService(ProjectService.class)}. The
 * application makes it and registers it as a service. Display thread only, unless said otherwise.
 */
public final class ProjectService {

    /** The family of the jobs that open and close projects. */
    public static final Object JOBS = ProjectService.class;

    private static final Logger LOG = LoggerFactory.getLogger(ProjectService.class);

    private final ModelExecutor executor;
    private final ProjectOpener opener;
    private final CopyOnWriteArrayList<ProjectListener> listeners = new CopyOnWriteArrayList<>();
    private final Messages messages = Messages.of(ProjectService.class);
    private ProjectFolder place;
    private ProjectState state = new ProjectState.Closed();

    /** @param executor runs tasks on the display thread */
    public ProjectService(ProjectFolder place, ProjectOpener opener, ModelExecutor executor) {
        this.place = place;
        this.opener = opener;
        this.executor = executor;
    }

    public ProjectState state() {
        return state;
    }

    public ProjectFolder place() {
        return place;
    }

    private String name() {
        return place.folder().getFileName().toString();
    }

    /** The session of the project, if it is open. */
    public Optional<Session> session() {
        return state instanceof ProjectState.Open(Session session) ? Optional.of(session) : Optional.empty();
    }

    public void addListener(ProjectListener listener) {
        listeners.addIfAbsent(listener);
    }

    public void removeListener(ProjectListener listener) {
        listeners.remove(listener);
    }

    /** Starts to open the project; returns at once. Does nothing while one is open or being opened. */
    public void open() {
        if (state instanceof ProjectState.Open || state instanceof ProjectState.Opening) {
            return;
        }
        become(new ProjectState.Opening());
        start(messages.get("opening.job", name()), this::open);
    }

    /** Closes the project that is open and starts to open another. */
    public void open(ProjectFolder other) {
        close();
        place = other;
        open();
    }

    /** Takes the project from the parts at once; what waits for the store is written by a job. */
    public void close() {
        Optional<Session> session = session();
        become(new ProjectState.Closed());
        session.ifPresent(s -> start(messages.get("closing.job", name()), monitor -> close(s)));
    }

    private static void close(Session session) {
        session.close();
        try {
            session.store().close();
        } catch (StoreException e) {
            LOG.warn("the store was not closed in order; what was acknowledged is safe", e);
        }
    }

    private void start(String name, ICoreRunnable work) {
        Job job = new ProjectJob(name, work);
        job.setRule(new OneAfterAnother());
        job.schedule();
    }

    private void open(IProgressMonitor monitor) {
        ProjectState result;
        try {
            result = new ProjectState.Open(opener.open(place, executor, monitor));
        } catch (OperationCanceledException e) {
            result = new ProjectState.Failed(messages.get("opening.cancelled"));
        } catch (Exception e) {
            LOG.error("project {} can't be opened", name(), e);
            result = new ProjectState.Failed(e.getMessage() == null ? e.toString() : e.getMessage());
        }
        ProjectState now = result;
        executor.execute(() -> become(now));
    }

    private void become(ProjectState now) {
        state = now;
        listeners.forEach(l -> l.projectChanged(now));
    }

    private static final class ProjectJob extends Job {

        private final ICoreRunnable work;

        ProjectJob(String name, ICoreRunnable work) {
            super(name);
            this.work = work;
            setUser(false);
            setPriority(LONG);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            try {
                work.run(monitor);
                return Status.OK_STATUS;
            } catch (CoreException e) {
                return e.getStatus();
            }
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == JOBS;
        }
    }

    private record OneAfterAnother() implements ISchedulingRule {

        @Override
        public boolean contains(ISchedulingRule rule) {
            return rule == this;
        }

        @Override
        public boolean isConflicting(ISchedulingRule rule) {
            return rule instanceof OneAfterAnother;
        }
    }
}
