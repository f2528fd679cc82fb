package org.hubmark.store.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The newest revisions the door has made, and those who wait for the next. Safe for use by several threads. */
final class Revisions {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<UUID, Long> newest = new HashMap<>();
    private long wakes;

    void committed(UUID project, long revision) {
        lock.lock();
        try {
            newest.merge(project, revision, Math::max);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends every wait that goes on. */
    void wake() {
        lock.lock();
        try {
            wakes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is a revision after {@code known}, somebody wakes all, or the time is over. */
    void await(UUID project, long known, long seconds) {
        lock.lock();
        try {
            long before = wakes;
            long left = TimeUnit.SECONDS.toNanos(seconds);
            while (left > 0 && wakes == before && newest.getOrDefault(project, 0L) <= known) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
