package org.hubmark.core.session;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.UncheckedStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a session that talks to the store about changes: it fetches new revisions, and sends the first of
 * the queue, again and again until there is an answer. Because it does both, what it reports comes in the order of the
 * log.
 */
final class Sender implements Runnable {

    /** What it reports, on its own thread. */
    interface Reports {
        /** Revisions of the log, in order, each once. */
        void fetched(List<Revision> revisions);

        /** The change set is this revision, the next after all that were reported. */
        void accepted(UUID changeSet, long revision);

        /** What stood in the way has been reported before. The sender stands still until {@link Sender#replace}. */
        void rejected(UUID changeSet, Obstacle obstacle);

        /** What is in the way, with a message for a user; null if the store can be reached. */
        void reachable(Exception problem);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int PAGE = 500;
    /** How many change sets go to the store together, if so many wait. */
    private static final int AT_ONCE = 32;
    private static final long FIRST_DELAY = 100;
    private static final long LONGEST_DELAY = 30_000;
    private static final long LAST_CALL = 5_000;

    private final AnnotationStore store;
    private final SessionReplica replica;
    private final UUID project;
    private final OutboxFolder outbox;
    private final Reports reports;
    private final Thread thread;
    private final Deque<ChangeSet> toSend = new ArrayDeque<>();
    private long fetched;
    private boolean signalled = true;
    private boolean heard;
    private boolean paused;
    private boolean offline;
    private String problem;
    private boolean closing;
    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private long delay = FIRST_DELAY;

    Sender(AnnotationStore store, UUID project, long revision, OutboxFolder outbox, Reports reports) {
        this.store = store;
        this.replica = SessionReplica.of(store);
        this.offline = replica.problem() != null;
        this.problem = offline ? replica.problem().getMessage() : null;
        this.project = project;
        this.fetched = revision;
        this.outbox = outbox;
        this.reports = reports;
        this.thread = new Thread(this, "hubmark-sender-" + project);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Something new is in the log, which also means that the store can be reached. Returns at once. */
    synchronized void signal() {
        signalled = true;
        heard = true;
        notifyAll();
    }

    /** One more change set, kept by the outbox already. */
    synchronized void send(ChangeSet changes) {
        toSend.add(changes);
        notifyAll();
    }

    /** Goes on after a rejection, without some change sets, with another at the end instead (or null). */
    synchronized void replace(Collection<UUID> without, ChangeSet instead) {
        toSend.removeIf(set -> without.contains(set.id()));
        if (instead != null) {
            toSend.add(instead);
        }
        paused = false;
        notifyAll();
    }

    /**
     * Sends what is left for at most this long, if the store can be reached; then ends and joins the thread. It is
     * never interrupted: that would close the file of an embedded database under it.
     */
    void close(Duration patience) {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            thread.join(Math.max(1, patience.toMillis()));
            monitor.setCanceled(true);
            thread.join(LAST_CALL);
        } catch (InterruptedException e) {
            monitor.setCanceled(true);
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        try {
            while (awaitWork()) {
                work();
            }
        } catch (InterruptedException e) {
            LOG.debug("stopped while {} were waiting", toSend.size(), e);
        }
    }

    private synchronized boolean awaitWork() throws InterruptedException {
        while (!closing && (paused || !signalled && toSend.isEmpty())) {
            wait();
        }
        return !monitor.isCanceled() && (!closing || !paused && !offline && !toSend.isEmpty());
    }

    private void work() throws InterruptedException {
        try {
            if (takeSignal()) {
                replica.reach(monitor);
                fetch();
            }
            List<ChangeSet> first = first();
            if (!first.isEmpty()) {
                send(first);
            }
            online();
        } catch (OperationCanceledException e) {
            LOG.debug("stopped while {} were waiting", toSend.size(), e);
        } catch (StoreException | UncheckedStoreException | IOException e) {
            offline(e);
        } catch (RuntimeException e) {
            LOG.error("sending changes failed unexpectedly; they are kept and sent again", e);
            offline(e);
        }
    }

    private synchronized boolean takeSignal() {
        boolean taken = signalled;
        signalled = false;
        return taken;
    }

    /** What goes to the store next. An edition goes alone: over a bad line its text must not have to wait for others. */
    private synchronized List<ChangeSet> first() {
        if (paused || toSend.isEmpty()) {
            return List.of();
        }
        return makesEdition(toSend.peek()) ? List.of(toSend.peek())
                : toSend.stream().limit(AT_ONCE).takeWhile(changes -> !makesEdition(changes)).toList();
    }

    private static boolean makesEdition(ChangeSet changes) {
        return changes.changes().stream().anyMatch(change -> editionOf(change) != null);
    }

    /** The edition that a change creates, or null. */
    private static ObjectState editionOf(Change change) {
        return change instanceof Change.Create(var state) && RecordTypes.EDITION.equals(state.type()) ? state : null;
    }

    private void fetch() throws StoreException {
        try (Cursor<Revision> news = store.since(project, fetched, monitor)) {
            while (news.hasNext()) {
                List<Revision> page = new ArrayList<>();
                while (news.hasNext() && page.size() < PAGE) {
                    page.add(news.next());
                }
                fetched = page.getLast().number();
                reports.fetched(page);
            }
        }
    }

    /** Gives the store the texts that the editions of a change set need, and returns their names. */
    private List<String> texts(ChangeSet changes) throws StoreException, IOException {
        List<String> names = new ArrayList<>();
        for (Change change : changes.changes()) {
            ObjectState edition = editionOf(change);
            EditionText text = edition == null ? null : outbox.texts().get(edition.text("textSha256"));
            if (text != null) {
                keep(text);
                names.add(text.textSha256());
            }
        }
        return names;
    }

    /** Whoever may keep no texts may not commit either, and is told so then. */
    private void keep(EditionText text) throws StoreException {
        try {
            store.keep(text, monitor);
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.REFUSED) {
                throw e;
            }
            LOG.info("a text is not kept: {}", e.getMessage());
        }
    }

    /** Those after one that is not accepted stay where they are. */
    private void send(List<ChangeSet> first) throws StoreException, IOException {
        List<String> texts = texts(first.getFirst());
        List<CommitResult> results = store.commitAll(first, monitor);
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof CommitResult.Accepted(long revision)) {
                accepted(first.get(i), revision, texts);
            } else {
                rejected(first.get(i), results.get(i), texts);
            }
        }
    }

    private void rejected(ChangeSet head, CommitResult result, List<String> texts) throws StoreException, IOException {
        remove(texts);
        fetch();
        Obstacle obstacle = Obstacle.of(store, head, result, monitor);
        synchronized (this) {
            toSend.removeIf(set -> set.id().equals(head.id()));
            paused = true;
        }
        reports.rejected(head.id(), obstacle);
    }

    /** If there is a replica, the outbox has the change set until it is in there. */
    private void accepted(ChangeSet head, long revision, List<String> texts) {
        synchronized (this) {
            toSend.removeIf(set -> set.id().equals(head.id()));
        }
        replica.whenKept(revision, () -> done(head, texts));
        if (revision == fetched + 1) {
            fetched = revision;
            reports.accepted(head.id(), revision);
        } else {
            signal();
        }
    }

    /** What stays in the outbox because of an error, the next session finds to be known to the store. */
    private void done(ChangeSet head, List<String> texts) {
        try {
            outbox.done(List.of(head.id()));
            remove(texts);
        } catch (IOException e) {
            LOG.info("{} is in the store and stays in the outbox until the project is opened again", head.id(), e);
        }
    }

    private void remove(List<String> texts) throws IOException {
        for (String text : texts) {
            outbox.texts().remove(text);
        }
    }

    private void online() {
        delay = FIRST_DELAY;
        if (offline) {
            offline = false;
            reports.reachable(null);
        }
    }

    private void offline(Exception thrown) throws InterruptedException {
        Exception e = thrown instanceof UncheckedStoreException unchecked ? unchecked.getCause() : thrown;
        if (offline && Objects.equals(e.getMessage(), problem)) {
            LOG.debug("the store still can't be reached; next attempt in {} ms: {}", delay, e.getMessage());
        } else {
            LOG.info("the store can't be reached; what is done is kept and sent later", e);
            reports.reachable(e);
        }
        problem = e.getMessage();
        synchronized (this) {
            offline = true;
            signalled = true;
            heard = false;
            long end = System.nanoTime() + delay * 1_000_000;
            for (long left = delay; left > 0 && !closing && !heard; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
            // whoever was woken by news has not waited: many of them must not end in a long silence
            delay = heard ? FIRST_DELAY : Math.min(LONGEST_DELAY, delay * 2);
        }
    }
}
