package org.hubmark.core.session;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Presence;
import org.hubmark.core.store.Presence.Place;
import org.hubmark.core.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Announces where a session is at work, on a thread of its own, again and again as long as the session is open; and
 * keeps who else is there. Several moves within a moment are one announcement. While the store can't be reached it tries
 * on without a word: the sender says what is wrong.
 */
final class SessionPresence {

    /** The store forgets an announcement after half a minute. */
    static final Duration BEAT = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(SessionPresence.class);
    private static final long PAUSE_MS = 100;
    private static final long LAST_CALL_MS = 2_000;

    private final AnnotationStore store;
    private final UUID project;
    private final UUID client;
    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("hubmark-presence").factory());
    private volatile Place place = Place.ANYWHERE;
    private volatile boolean closing;
    private volatile List<Presence> all = List.of();

    SessionPresence(AnnotationStore store, UUID project, UUID client) {
        this.store = store;
        this.project = project;
        this.client = client;
    }

    void start(Duration beat) {
        thread.scheduleWithFixedDelay(this::announce, 0, beat.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns at once. */
    synchronized void moveTo(Place now) {
        if (!closing && !now.equals(place)) {
            place = now;
            if (due.compareAndSet(false, true)) {
                thread.schedule(this::announce, PAUSE_MS, TimeUnit.MILLISECONDS);
            }
        }
    }

    List<Presence> all() {
        return all;
    }

    void heard(List<Presence> present) {
        all = List.copyOf(present);
    }

    /** Withdraws the announcement, unless that takes too long; the store forgets it by itself then. */
    void close(boolean reachable) {
        end(reachable);
        try {
            thread.awaitTermination(LAST_CALL_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        monitor.setCanceled(true);
    }

    private synchronized void end(boolean withdraw) {
        if (!closing && withdraw) {
            thread.execute(() -> say(null));
        }
        closing = true;
        thread.shutdown();
    }

    private void announce() {
        due.set(false);
        if (!closing) {
            say(place);
        }
    }

    private void say(Place where) {
        try {
            store.announce(project, client, where, monitor);
        } catch (StoreException | OperationCanceledException e) {
            LOG.debug("not announced: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("colleagues can't be told where this session is at work", e);
        }
    }
}
