package org.hubmark.core.replica;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Presence;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.core.store.StoreListener;
import org.hubmark.core.store.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to the server: whether anything is known against it, and how it is made again. Who is subscribed stays so over
 * all of that. Safe for use by several threads.
 */
final class ServerLine {

    private static final Logger LOG = LoggerFactory.getLogger(ServerLine.class);

    private final ServerLogin login;
    private final UUID project;
    private final List<Subscribed> subscribed = new CopyOnWriteArrayList<>();
    private final Object reaching = new Object();
    private volatile AnnotationStore server;
    private volatile StoreException problem;
    private Mark known;
    private long shown;

    /**
     * @param server null if it could not be reached; then {@code problem} says why
     */
    ServerLine(ServerLogin login, UUID project, AnnotationStore server, StoreException problem) {
        this.login = login;
        this.project = project;
        this.server = server;
        this.problem = problem;
    }

    /** The server, as long as nothing is known against it; else null. */
    AnnotationStore server() {
        return problem == null ? server : null;
    }

    /** Why the server can't be reached; null if it can, as far as is known. */
    StoreException problem() {
        return problem;
    }

    /** What a caller hears who needs the server while it is away. */
    StoreException away() {
        StoreException why = problem;
        return why == null ? new StoreException(Kind.OFFLINE, Messages.of(ServerLine.class).get("away"))
                : new StoreException(why.kind(), why.getMessage(), why);
    }

    /** The newest revision that somebody was shown. */
    synchronized long shown() {
        return shown;
    }

    synchronized void shown(long revision) {
        shown = Math.max(shown, revision);
    }

    /** This revision is in the log of the server. */
    synchronized void known(Mark mark) {
        if (known == null || mark.number() > known.number()) {
            known = mark;
        }
    }

    private synchronized Mark known() {
        return known;
    }

    /** Whether a failure is that of the line: a login that is refused may be one to a new connection of a pool. */
    static boolean isLost(StoreException failure) {
        return failure.kind() == Kind.OFFLINE || failure.kind() == Kind.REFUSED;
    }

    /** A call failed. Whoever sends changes hears of it, and reaches the server again, or finds it was not away. */
    void lost(StoreException failure) {
        LOG.debug("the server is away: {}", failure.getMessage());
        problem = failure;
        subscribed.forEach(one -> one.listener.revision(shown()));
    }

    /**
     * Reaches the server if something is known against it: logs in again if need be, and looks whether it goes on with the
     * history that it had.
     *
     * @throws StoreException REPLACED if it does not: then for good
     */
    void reach(IProgressMonitor monitor) throws StoreException {
        synchronized (reaching) {
            if (server() != null) {
                return;
            }
            if (problem != null && problem.kind() == Kind.REPLACED) {
                throw away();
            }
            try {
                connect(monitor);
                verify(monitor);
                problem = null;
            } catch (StoreException e) {
                problem = e;
                if (e.kind() != Kind.OFFLINE) {
                    drop();
                }
                throw e;
            }
        }
    }

    private void connect(IProgressMonitor monitor) throws StoreException {
        if (server != null) {
            return;
        }
        AnnotationStore opened = login.open(monitor);
        try {
            for (Subscribed one : subscribed) {
                one.attach(opened);
            }
            server = opened;
        } catch (StoreException | RuntimeException e) {
            close(opened);
            throw e;
        }
    }

    private void verify(IProgressMonitor monitor) throws StoreException {
        Mark mark = known();
        if (mark == null) {
            server.projects(monitor);
        } else if (!mark.isIn(server, monitor)) {
            throw new StoreException(Kind.REPLACED, Messages.of(ServerLine.class).get("replaced", mark.number()));
        }
    }

    /** A store that was lost for good is closed; that may wait for the network. */
    private void drop() {
        AnnotationStore old;
        synchronized (this) {
            old = server;
            server = null;
        }
        if (old != null) {
            apart(() -> close(old));
        }
    }

    /** Where nobody has to wait for a server that does not answer. */
    private static void apart(Runnable closing) {
        Thread.ofPlatform().daemon().name("hubmark-server-closing").start(closing);
    }

    private static void close(AnnotationStore store) {
        try {
            store.close();
        } catch (StoreException e) {
            LOG.debug("the line to the server was not closed in order", e);
        }
    }

    /** Also while the server is away: then from the time on at which it is reached. */
    Subscription subscribe(StoreListener listener) throws StoreException {
        Subscribed one = new Subscribed(listener);
        synchronized (reaching) {
            AnnotationStore now = server;
            if (now != null) {
                one.attach(now);
            }
            subscribed.add(one);
        }
        return one;
    }

    void close() throws StoreException {
        if (problem != null) {
            drop();
            return;
        }
        AnnotationStore last;
        synchronized (this) {
            last = server;
            server = null;
        }
        if (last != null) {
            last.close();
        }
    }

    private final class Subscribed implements Subscription, StoreListener {

        private final StoreListener listener;
        private volatile Subscription current;
        private volatile boolean closed;

        Subscribed(StoreListener listener) {
            this.listener = listener;
        }

        void attach(AnnotationStore to) throws StoreException {
            current = to.subscribe(project, this);
        }

        @Override
        public void revision(long newest) {
            if (!closed) {
                listener.revision(newest);
            }
        }

        @Override
        public void present(List<Presence> all) {
            if (!closed) {
                listener.present(all);
            }
        }

        @Override
        public void close() {
            subscribed.remove(this);
            closed = true;
            Subscription last = current;
            if (last != null && problem == null) {
                last.close();
            } else if (last != null) {
                apart(last::close);
            }
        }
    }
}
