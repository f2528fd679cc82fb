package org.hubmark.ui.model;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.QueryResult;
import org.hubmark.core.store.StoreException;

/** Counts records of the store per object in the background, some time after they have changed. Display thread. */
public final class Counts {

    private static final int OBJECTS = 100_000;
    private static final long PAUSE_MS = 300;

    private final Session session;
    private final String select;
    private final Runnable whenKnown;
    private final Job job;
    private Map<UUID, Integer> known = Map.of();
    private boolean ready;

    /** @param select gives an id and a number per row */
    public Counts(Session session, String select, Runnable whenKnown) {
        this.session = session;
        this.select = select;
        this.whenKnown = whenKnown;
        job = Job.create(Messages.of(Counts.class).get("counts.job"), this::query);
        job.setSystem(true);
    }

    /** Starts to count; several calls soon after another count once. */
    public void count() {
        job.schedule(PAUSE_MS);
    }

    public void stop() {
        job.cancel();
    }

    /** Whether anything has been counted yet. */
    public boolean isReady() {
        return ready;
    }

    /** The numbers; an object of which there is none is not in it. */
    public Map<UUID, Integer> known() {
        return known;
    }

    private IStatus query(IProgressMonitor monitor) {
        try {
            QueryResult result = session.store().query(session.projectId(), select, Map.of(), OBJECTS, monitor);
            Map<UUID, Integer> counts = new HashMap<>();
            result.rows().forEach(row -> counts.put(UUID.fromString(row.get(0).toString()),
                    ((Number) row.get(1)).intValue()));
            session.executor().execute(() -> {
                known = counts;
                ready = true;
                whenKnown.run();
            });
            return Status.OK_STATUS;
        } catch (StoreException e) {
            return Status.warning(e.getMessage(), e);
        }
    }
}
