package org.hubmark.core.replica;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.ProgressMonitorWrapper;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ProjectCopy;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Members;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the replica of a project, and keeps it up on a thread of its own: it takes over the log from where the replica ends,
 * some moments after something has happened, so that many small changes are taken over together. Nobody waits for it. Safe
 * for use by several threads.
 */
final class Replication implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Replication.class);
    private static final Duration LAST_CALL = Duration.ofSeconds(3);
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final ReplicaFolder folder;
    private final UUID project;
    private final ServerLine line;
    private final ReplicaSettings settings;
    private final Runnable changed;
    private final ReplicaDatabase database;
    private final KeptTasks kept = new KeptTasks();
    private final NullProgressMonitor end = new NullProgressMonitor();
    private final Thread thread;
    private final Object work = new Object();
    private final Object noting = new Object();
    private volatile ReplicaNote note;
    private volatile ReplicaState state;
    private boolean looked;
    private boolean signalled;
    private boolean closing;

    /**
     * @param copy the database of the replica if it is open already, or null
     * @param note null if there is no replica that is whole
     * @param changed called after each change of the state, on whatever thread it was
     */
    Replication(ReplicaFolder folder, UUID project, ServerLine line, AnnotationStore copy, ReplicaNote note,
            ReplicaSettings settings, Runnable changed) {
        this.folder = folder;
        this.project = project;
        this.line = line;
        this.database = new ReplicaDatabase(folder, project, copy);
        this.note = note;
        this.settings = settings;
        this.changed = changed;
        this.state = note == null ? ReplicaState.NONE : ready(note);
        this.thread = Thread.ofPlatform().daemon().name("hubmark-replica").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    ReplicaState state() {
        return state;
    }

    /** Empty (null) as long as the replica is not whole. */
    ReplicaNote note() {
        return note;
    }

    /** The database of the replica if it is as new as this revision, else null. */
    AnnotationStore copy(long revision) {
        ReplicaNote now = note;
        return now == null || now.mark().number() < revision ? null : database.copy();
    }

    /** There is something new at the server. Returns at once. */
    synchronized void signal() {
        signalled = true;
        notifyAll();
    }

    /** Runs a task once this revision is in the replica: at once if there is none, or it is not kept up. */
    void whenKept(long revision, Runnable task) {
        kept.add(revision, task);
        ReplicaNote now = note;
        kept.run(now == null || state.kind() == ReplicaState.Kind.FAILED ? Long.MAX_VALUE : now.mark().number());
    }

    private void run() {
        try {
            while (awaitSignal()) {
                keepUp();
            }
        } catch (InterruptedException e) {
            LOG.debug("stopped", e);
        }
    }

    private synchronized boolean awaitSignal() throws InterruptedException {
        while (!signalled && !closing) {
            wait();
        }
        for (long until = System.nanoTime() + settings.pause().toNanos(); !closing && System.nanoTime() < until;) {
            wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
        boolean more = signalled;
        signalled = false;
        return more && !end.isCanceled();
    }

    /** Not for the first time: that is for somebody to begin who shows how far it is. */
    private void keepUp() {
        if (note != null) {
            try {
                bringUp(new NullProgressMonitor());
            } catch (OperationCanceledException e) {
                LOG.debug("stopped", e);
            }
        }
    }

    /**
     * Brings the replica up to the newest revision; makes it if it is not there. Blocks. Does nothing while the server is
     * away. What goes wrong is said by {@link #state}.
     *
     * @throws OperationCanceledException if it was cancelled; the next attempt goes on from there
     */
    void bringUp(IProgressMonitor monitor) {
        synchronized (work) {
            AnnotationStore server = line.server();
            if (server == null) {
                return;
            }
            if (note == null) {
                begin();
            }
            IProgressMonitor ended = new Ended(monitor);
            try {
                if (isOpened(ended)) {
                    copyFrom(server, ended);
                }
            } catch (OperationCanceledException e) {
                become(note == null ? ReplicaState.NONE : ready(note));
                throw e;
            } catch (StoreException e) {
                failed(e);
            } catch (IOException | RuntimeException e) {
                LOG.warn("the replica in {} can't be kept up", folder.folder(), e);
                fail(e.toString());
            }
        }
    }

    private boolean isOpened(IProgressMonitor monitor) {
        try {
            database.open(this::begin, monitor);
            return true;
        } catch (StoreException | IOException e) {
            LOG.warn("the replica in {} can't be opened", folder.folder(), e);
            fail(e.getMessage());
            return false;
        }
    }

    private void copyFrom(AnnotationStore server, IProgressMonitor monitor) throws StoreException, IOException {
        AnnotationStore copy = database.copy();
        long newest = new ProjectCopy(server, copy, project).run(OptionalLong.empty(), monitor);
        Mark mark = Mark.at(copy, project, newest, monitor);
        if (note == null) {
            Members members = server.members();
            note(new ReplicaNote(mark, now(), members.own(monitor), members.all(monitor), folder.size()));
        } else {
            update(before -> before.withMark(mark, now()));
        }
        line.known(mark);
        become(ready(note));
        kept.run(newest);
        if (!looked) {
            looked = true;
            writeAnewIfWorn(monitor);
        }
    }

    /** Once after it is opened, and only while the server is there to read from. */
    private void writeAnewIfWorn(IProgressMonitor monitor) throws StoreException, IOException {
        if (!folder.isWorn(note, settings.small())) {
            return;
        }
        database.makeSuccessor(monitor);
        synchronized (noting) {
            note = note.withSize(folder.successor().size());
            database.succeed(note, monitor);
        }
    }

    /** There is nothing in it yet, or no longer. */
    private void begin() {
        note = null;
        become(new ReplicaState(ReplicaState.Kind.MAKING, 0, null, null));
    }

    private void note(ReplicaNote now) throws IOException {
        synchronized (noting) {
            folder.write(now);
            note = now;
        }
    }

    private void update(UnaryOperator<ReplicaNote> change) throws IOException {
        synchronized (noting) {
            if (note != null && !change.apply(note).equals(note)) {
                note(change.apply(note));
            }
        }
    }

    /** The server has told something about its members that is to be known without it. */
    void learn(UnaryOperator<ReplicaNote> what) {
        try {
            update(what);
        } catch (IOException e) {
            LOG.warn("who the members are can't be noted for the time without the server", e);
        }
    }

    private void failed(StoreException e) {
        if (e.kind() == Kind.OFFLINE) {
            LOG.debug("the server went away", e);
            become(note == null ? ReplicaState.NONE : ready(note));
        } else {
            LOG.warn("the replica in {} can't be kept up", folder.folder(), e);
            fail(e.getMessage());
        }
    }

    private void fail(String message) {
        ReplicaNote now = note;
        become(new ReplicaState(ReplicaState.Kind.FAILED, now == null ? 0 : now.mark().number(),
                now == null ? null : now.when(), Messages.of(Replication.class).get("failed", message)));
        kept.run(Long.MAX_VALUE);
    }

    private void become(ReplicaState now) {
        if (!now.equals(state)) {
            state = now;
            changed.run();
        }
    }

    private static ReplicaState ready(ReplicaNote note) {
        return new ReplicaState(ReplicaState.Kind.READY, note.mark().number(), note.when(), null);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Takes over what is still new, unless that takes too long, and closes the replica. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            thread.join(LAST_CALL);
            end.setCanceled(true);
            thread.join(LONGEST_END);
            closeCopy();
        } catch (InterruptedException e) {
            end.setCanceled(true);
            Thread.currentThread().interrupt();
        }
    }

    private void closeCopy() {
        synchronized (work) {
            note = null;
            database.close();
        }
    }

    /** A monitor that is cancelled by the end as well. */
    private final class Ended extends ProgressMonitorWrapper {
        Ended(IProgressMonitor monitor) {
            super(monitor);
        }

        @Override
        public boolean isCanceled() {
            return super.isCanceled() || end.isCanceled();
        }
    }
}
