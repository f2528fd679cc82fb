package org.hubmark.core.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What waits until a revision is in the replica. Safe for use by several threads. */
final class KeptTasks {

    private final TreeMap<Long, List<Runnable>> tasks = new TreeMap<>();

    synchronized void add(long revision, Runnable task) {
        tasks.computeIfAbsent(revision, r -> new ArrayList<>()).add(task);
    }

    /** Runs what waited for a revision up to this one, on the thread of the caller. */
    void run(long revision) {
        List<Runnable> due = new ArrayList<>();
        synchronized (this) {
            Map<Long, List<Runnable>> all = tasks.headMap(revision, true);
            all.values().forEach(due::addAll);
            all.clear();
        }
        due.forEach(Runnable::run);
    }
}
