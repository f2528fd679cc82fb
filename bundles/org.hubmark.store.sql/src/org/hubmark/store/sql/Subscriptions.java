package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.Presence;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreListener;
import org.hubmark.core.store.Subscription;
import org.hubmark.store.sql.Database.News;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners of new revisions. Each subscription has a thread and a connection of its own, on which it waits inside
 * the database for the door's signal; when the connection breaks it tries again until it is closed.
 */
final class Subscriptions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);
    private static final int FIRST_RETRY_MS = 500;
    private static final int LONGEST_RETRY_MS = 5_000;
    private static final int WAKE_MS = 20;

    private final Access access;
    private final Set<Worker> workers = ConcurrentHashMap.newKeySet();

    Subscriptions(Access access) {
        this.access = access;
    }

    /** Subscribes from the newest revision on. */
    Subscription open(UUID project, StoreListener listener) throws StoreException {
        long newest = access.run(new NullProgressMonitor(),
                connection -> ProjectReads.newestOrNone(connection, project));
        Worker worker = new Worker(project, listener, newest);
        workers.add(worker);
        Thread.ofPlatform().daemon().name("hubmark-subscription").start(worker);
        return worker;
    }

    @Override
    public void close() {
        workers.forEach(Worker::close);
    }

    private final class Worker implements Runnable, Subscription {
        private final UUID project;
        private final StoreListener listener;
        private final CountDownLatch closed = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private News known;
        private boolean away;
        private int retry = FIRST_RETRY_MS;
        private volatile Thread thread;

        private Worker(UUID project, StoreListener listener, long known) {
            this.project = project;
            this.listener = listener;
            this.known = new News(known, 0);
        }

        @Override
        public void run() {
            thread = Thread.currentThread();
            try {
                while (!isClosed()) {
                    listen();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                ended.countDown();
                workers.remove(this);
            }
        }

        private void listen() throws InterruptedException {
            try (Connection connection = access.database().connectApart()) {
                while (!isClosed()) {
                    News news = access.database().waitForNews(connection, project, before());
                    if (!isClosed()) {
                        tell(connection, news);
                    }
                }
            } catch (SQLException e) {
                if (!away && !isClosed()) {
                    LOG.warn("nothing is heard of revisions, trying again until it works: {}", Failures.firstLine(e));
                }
                away = true;
                closed.await(retry, TimeUnit.MILLISECONDS);
                retry = Math.min(LONGEST_RETRY_MS, 2 * retry);
            }
        }

        /** What was known; after a break something else, so that there is an answer at once. */
        private News before() {
            return away ? new News(known.revision(), ~known.presence()) : known;
        }

        private void tell(Connection connection, News news) throws SQLException {
            List<Presence> present = news.presence() == known.presence() && !away ? null
                    : access.database().present(connection, project);
            boolean look = away || news.revision() > known.revision();
            if (away) {
                LOG.info("revisions are heard of again");
            }
            away = false;
            retry = FIRST_RETRY_MS;
            known = news;
            tell(look, present);
        }

        /** A listener that fails must not end the subscription. */
        private void tell(boolean look, List<Presence> present) {
            try {
                if (look) {
                    listener.revision(known.revision());
                }
                if (present != null) {
                    listener.present(present);
                }
            } catch (RuntimeException e) {
                LOG.error("a listener of the store failed", e);
            }
        }

        private boolean isClosed() {
            return closed.getCount() == 0;
        }

        /** Wakes the thread until it has ended, unless it is the thread itself that closes. */
        @Override
        public void close() {
            closed.countDown();
            if (Thread.currentThread() == thread) {
                return;
            }
            try {
                do {
                    access.run(new NullProgressMonitor(), connection -> {
                        access.database().wakeWaiting(connection);
                        return null;
                    });
                } while (!ended.await(WAKE_MS, TimeUnit.MILLISECONDS));
            } catch (StoreException e) {
                LOG.debug("nobody to wake: the database is gone", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
