package org.hubmark.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.hubmark.core.change.Ids;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Subscription;

/** How long the daily work takes in a project with a short log and in one with a long log, in turn, thirty times. */
record LogTimes(String title, LogProject shortLog, LogProject longLog, long rows) {

    private static final int ROUNDS = 30;    // even, so that each begins as often as the other
    private static final int CLIENTS = 16;
    private static final int THREES = 15;
    private static final int REVISIONS = 20;
    private static final int REPEATS = 40;

    private interface Doing {
        void in(LogProject project) throws Exception;
    }

    void run() throws Exception {
        System.out.printf("### %s: a log of %,d rows beside a short one, medians of %d%n%n", title, rows, ROUNDS);
        System.out.println("| | short log, ms | long log, ms | ratio |\n|---|---|---|---|");
        measure("connect and open the project", LogProject::open);
        measure(CLIENTS + " clients, " + CLIENTS * THREES * 3 + " change sets", LogTimes::commits);
        measure(REPEATS + " times the last " + REVISIONS + " revisions", LogTimes::since);
        measure(REPEATS + " times 200 revisions after one long ago", LogTimes::longAgo);
        measure(REPEATS + " times the newest page of the log", LogTimes::latest);
        measure(REPEATS + " times the history of an object", LogTimes::history);
        measure(REPEATS + " times the newest page of an object", LogTimes::latestOfObject);
        measure(REPEATS + " changes, each until it is read by another", LogTimes::visible);
        System.out.println();
    }

    /** The first round only warms up; who begins changes. */
    private void measure(String what, Doing doing) throws Exception {
        Latencies[] times = {new Latencies(), new Latencies()};
        LogProject[] projects = {shortLog, longLog};
        for (int round = 0; round <= ROUNDS; round++) {
            for (int turn = 0; turn < 2; turn++) {
                int which = (round + turn) % 2;
                long start = System.nanoTime();
                doing.in(projects[which]);
                if (round > 0) {
                    times[which].addAll(List.of(System.nanoTime() - start));
                }
            }
        }
        System.out.printf("| %s | %,.1f | %,.1f | %.2f |%n", what, times[0].ms(50), times[1].ms(50),
                times[1].ms(50) / times[0].ms(50));
    }

    private static void commits(LogProject project) throws Exception {
        try (AnnotationStore store = project.work().open(); AnnotationStore second = project.work().open();
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                AnnotationStore by = i % 2 == 0 ? store : second;
                UUID client = Ids.next();
                running.add(threads.submit((Callable<Void>) () -> {
                    for (int n = 0; n < THREES; n++) {
                        project.commitThree(by, client);
                    }
                    return null;
                }));
            }
            for (Future<Void> one : running) {
                one.get();
            }
        }
    }

    private static void since(LogProject project) throws Exception {
        try (AnnotationStore store = project.work().open()) {
            long newest = project.newest(store);
            for (int i = 0; i < REPEATS; i++) {
                project.since(store, newest - REVISIONS);
            }
        }
    }

    private static void longAgo(LogProject project) throws Exception {
        repeat(project, store -> {
            try (var log = store.since(project.work().project(), 1, LogProject.NONE)) {
                for (int i = 0; i < 200; i++) {
                    log.next();
                }
            }
        });
    }

    private static void latest(LogProject project) throws Exception {
        repeat(project, store -> {
            try (var log = store.latest(LogFilter.all(project.work().project()), LogProject.NONE)) {
                log.next();
            }
        });
    }

    private static void history(LogProject project) throws Exception {
        repeat(project, store -> store.history(project.work().model(), LogProject.NONE).close());
    }

    private static void latestOfObject(LogProject project) throws Exception {
        LogFilter filter = new LogFilter(project.work().project(), 0, null, project.work().model(), null, null);
        repeat(project, store -> {
            try (var log = store.latest(filter, LogProject.NONE)) {
                log.next();
            }
        });
    }

    private interface Reading {
        void in(AnnotationStore store) throws Exception;
    }

    private static void repeat(LogProject project, Reading reading) throws Exception {
        try (AnnotationStore store = project.work().open()) {
            for (int i = 0; i < REPEATS; i++) {
                reading.in(store);
            }
        }
    }

    private static void visible(LogProject project) throws Exception {
        LinkedBlockingQueue<Long> news = new LinkedBlockingQueue<>();
        try (AnnotationStore reader = project.work().open(); AnnotationStore writer = project.work().open();
                Subscription subscription = reader.subscribe(project.work().project(), news::add)) {
            UUID client = Ids.next();
            long known = project.newest(reader);
            for (int i = 0; i < REPEATS; i++) {
                project.commitThree(writer, client);
                long goal = known + 3;
                while (known < goal) {
                    if (news.poll(30, TimeUnit.SECONDS) == null) {
                        throw new IllegalStateException("no news");
                    }
                    known = project.since(reader, known);
                }
            }
        }
    }
}
