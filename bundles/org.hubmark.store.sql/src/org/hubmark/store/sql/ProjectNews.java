package org.hubmark.store.sql;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.hubmark.core.store.Presence;
import org.hubmark.store.sql.Database.News;

/**
 * The newest revisions the door has made, who is at work, and those who wait for either to change. In memory only: who
 * is at work is nothing to be kept. Safe for use by several threads.
 */
final class ProjectNews {

    /** Who has not been heard of for so long is gone. */
    private static final long LIFETIME = TimeUnit.SECONDS.toNanos(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<UUID, Project> projects = new HashMap<>();
    private long wakes;

    private static final class Project {
        private final Map<UUID, Sign> signs = new LinkedHashMap<>();
        private long revision;
        private long presence;

        private void expire() {
            long now = System.nanoTime();
            if (signs.values().removeIf(sign -> now - sign.at > LIFETIME)) {
                presence++;
            }
        }
    }

    /** The last sign of life of a session. */
    private record Sign(Presence presence, long at) {
    }

    void committed(UUID project, long revision) {
        lock.lock();
        try {
            Project state = project(project);
            state.revision = Math.max(state.revision, revision);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void announce(UUID project, Presence presence) {
        lock.lock();
        try {
            Project state = project(project);
            Sign before = state.signs.put(presence.client(), new Sign(presence, System.nanoTime()));
            if (before == null || !before.presence.equals(presence)) {
                state.presence++;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    void gone(UUID project, UUID client) {
        lock.lock();
        try {
            Project state = project(project);
            if (state.signs.remove(client) != null) {
                state.presence++;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    List<Presence> present(UUID project) {
        lock.lock();
        try {
            Project state = project(project);
            state.expire();
            return state.signs.values().stream().map(Sign::presence)
                    .sorted(Comparator.comparing(Presence::name).thenComparing(Presence::client)).toList();
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

    /**
     * Waits until there is a revision after the one known, presence has changed, somebody wakes all, or the time is over.
     *
     * @return what is known then: of a project of which the door has made no revision yet, the revision as it was known
     */
    News await(UUID project, News known, long seconds) {
        lock.lock();
        try {
            Project state = project(project);
            state.expire();
            long before = wakes;
            long left = TimeUnit.SECONDS.toNanos(seconds);
            while (left > 0 && wakes == before && state.revision <= known.revision()
                    && state.presence == known.presence()) {
                left = changed.awaitNanos(left);
            }
            return new News(Math.max(state.revision, known.revision()), state.presence);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return known;
        } finally {
            lock.unlock();
        }
    }

    private Project project(UUID id) {
        return projects.computeIfAbsent(id, p -> new Project());
    }
}
