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
import org.hubmark.core.project.ProjectPlace;
import org.hubmark.core.project.ServerProject;
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
    private ProjectPlace place;
    private ProjectState state = new ProjectState.Closed();
    private Job opening;

    /** @param executor runs tasks on the display thread */
    public ProjectService(ProjectPlace place, ProjectOpener opener, ModelExecutor executor) {
        this.place = place;
        this.opener = opener;
        this.executor = executor;
    }

    public ProjectState state() {
        return state;
    }

    public ProjectPlace place() {
        return place;
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
        ProjectPlace target = place;
        opening = new ProjectJob(messages.get("opening.job", target.name()), monitor -> open(target, monitor));
        opening.schedule();
    }

    /** Closes the project that is open, or gives up opening it, and starts to open another. */
    public void open(ProjectPlace other) {
        close();
        place = other;
        open();
    }

    /** Takes the project from the parts at once; what waits for the store is written by a job. */
    public void close() {
        Optional<Session> session = session();
        if (opening != null) {
            opening.cancel();
            opening = null;
        }
        become(new ProjectState.Closed());
        session.ifPresent(this::startToClose);
    }

    private void startToClose(Session session) {
        new ProjectJob(messages.get("closing.job", session.project().getName()), monitor -> close(session)).schedule();
    }

    private static void close(Session session) {
        session.close();
        try {
            session.store().close();
        } catch (StoreException e) {
            LOG.warn("the store was not closed in order; what was acknowledged is safe", e);
        }
    }

    private void open(ProjectPlace target, IProgressMonitor monitor) {
        Job job = Job.getJobManager().currentJob();
        ProjectState result;
        try {
            result = new ProjectState.Open(opener.open(target, executor, monitor));
        } catch (OperationCanceledException e) {
            result = new ProjectState.Failed(messages.get("opening.cancelled"), ProjectState.Remedy.NONE);
        } catch (Exception e) {
            result = failure(target, e);
        }
        ProjectState now = result;
        executor.execute(() -> arrive(job, now));
    }

    /** Whoever has gone on to another project meanwhile does not get this one. */
    private void arrive(Job job, ProjectState now) {
        if (job == opening) {
            opening = null;
            become(now);
        } else if (now instanceof ProjectState.Open(Session late)) {
            startToClose(late);
        }
    }

    /** What a team server may do any day is no error of the program and not logged as one. */
    private static ProjectState failure(ProjectPlace target, Exception e) {
        ProjectState.Remedy remedy = target instanceof ServerProject ? remedy(e) : ProjectState.Remedy.NONE;
        if (remedy != ProjectState.Remedy.NONE || isA(e, StoreException.Kind.OFFLINE)) {
            LOG.info("project {} can't be opened now", target.name(), e);
        } else {
            LOG.error("project {} can't be opened", target.name(), e);
        }
        return new ProjectState.Failed(e.getMessage() == null ? e.toString() : e.getMessage(), remedy);
    }

    private static ProjectState.Remedy remedy(Exception e) {
        if (e instanceof PasswordNeededException) {
            return ProjectState.Remedy.PASSWORD;
        }
        return isA(e, StoreException.Kind.REFUSED) ? ProjectState.Remedy.OTHER_PASSWORD : ProjectState.Remedy.NONE;
    }

    private static boolean isA(Exception e, StoreException.Kind kind) {
        return e instanceof StoreException store && store.kind() == kind;
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
            setRule(new OneAfterAnother());
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
