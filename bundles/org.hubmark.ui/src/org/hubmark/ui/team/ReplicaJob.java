package org.hubmark.ui.team;

import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.replica.ReplicatedStore;

/**
 * Makes the replica of a project in the background. Whoever cancels it has none until the project is opened again, or it is
 * begun anew.
 */
public final class ReplicaJob extends Job {

    /** The family of its jobs. */
    public static final Object JOBS = ReplicaJob.class;

    private final ReplicatedStore store;

    ReplicaJob(ReplicatedStore store, String project) {
        super(Messages.of(ReplicaJob.class).get("replica.job", project));
        this.store = store;
        setPriority(DECORATE);
    }

    /** Cancels the one that is at work on this store, if there is one. */
    static void cancel(ReplicatedStore store) {
        Stream.of(getJobManager().find(JOBS)).filter(job -> job instanceof ReplicaJob one && one.store == store)
                .forEach(Job::cancel);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            store.makeReplica(monitor);
            return Status.OK_STATUS;
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        }
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == JOBS;
    }
}
