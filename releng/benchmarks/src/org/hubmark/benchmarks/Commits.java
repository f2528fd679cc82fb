package org.hubmark.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.hubmark.core.change.Ids;
import org.hubmark.core.store.AnnotationStore;

/**
 * How many small change sets clients get accepted in a second, and how long each waits; beside the same rows by plain JDBC.
 * Clients send one after the other; in the last row they have new work at a pace, and send what waits together.
 */
record Commits(String title, Work work, RawPlace raw, int seconds) {

    /** Somewhat more than the goal for sixteen clients together. */
    private static final int WANTED = 3_200;
    private static final int AT_ONCE = 32;
    private static final int WARM = 10;
    /** Both are measured in turns: the machine may be a third slower a minute later. */
    private static final int TURNS = 4;

    /** What a client does again and again. */
    private interface Step extends AutoCloseable {
        /** Commits so many change sets. */
        void commit(int several) throws Exception;
    }

    private interface Clients {
        Step make() throws Exception;
    }

    /** What a client does until the end; how long each of its change sets waited, in nanoseconds. */
    private interface Client {
        List<Long> run(Step step, long end) throws Exception;
    }

    void run() throws Exception {
        System.out.println("### Commits: " + title + "\n");
        System.out.println("| clients | a second | p50 ms | p99 ms | plain JDBC a second | p50 ms | p99 ms | ratio |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        List<Step> warming = make(4, this::store);
        warming.addAll(make(4, this::plain));
        measure(warming, Commits::repeat, 4);
        close(warming);
        for (int clients : new int[] {1, 4, 16}) {
            row(String.valueOf(clients), clients, Commits::repeat);
        }
        row("16, " + WANTED + " wanted a second", 16, (step, end) -> pace(step, end, WANTED / 16));
        System.out.println();
    }

    private void row(String name, int clients, Client client) throws Exception {
        List<Step> ourSteps = make(clients, this::store);
        List<Step> plainSteps = make(clients, this::plain);
        Latencies ours = new Latencies();
        Latencies plain = new Latencies();
        for (int turn = 0; turn < TURNS; turn++) {
            ours.addAll(measure(ourSteps, client, (double) seconds / TURNS));
            plain.addAll(measure(plainSteps, Commits::repeat, (double) seconds / TURNS));
        }
        close(ourSteps);
        close(plainSteps);
        System.out.printf("| %s | %,.0f | %.1f | %.1f | %,.0f | %.1f | %.1f | %.2f |%n", name,
                ours.perSecond(seconds), ours.ms(50), ours.ms(99), plain.perSecond(seconds), plain.ms(50),
                plain.ms(99), ours.perSecond(seconds) / plain.perSecond(seconds));
    }

    private Step store() throws Exception {
        AnnotationStore store = work.open();
        UUID client = Ids.next();
        return new Step() {
            @Override
            public void commit(int several) throws Exception {
                work.commit(store, client, "one more hub", several);
            }

            @Override
            public void close() throws Exception {
                store.close();
            }
        };
    }

    private Step plain() throws Exception {
        RawPlace.Client client = new RawPlace.Client(raw);
        return new Step() {
            @Override
            public void commit(int several) throws Exception {
                client.commit("one more hub");
            }

            @Override
            public void close() throws Exception {
                client.close();
            }
        };
    }

    private static List<Step> make(int count, Clients clients) throws Exception {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(warm(clients.make()));
        }
        return steps;
    }

    private static void close(List<Step> steps) throws Exception {
        for (Step step : steps) {
            step.close();
        }
    }

    /** All at once. @return how long each change set waited, in nanoseconds */
    private static List<Long> measure(List<Step> steps, Client client, double seconds) throws Exception {
        long end = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        List<Long> nanos = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(steps.size())) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (Step step : steps) {
                running.add(threads.submit((Callable<List<Long>>) () -> client.run(step, end)));
            }
            for (Future<List<Long>> one : running) {
                nanos.addAll(one.get());
            }
        }
        return nanos;
    }

    /** Whoever works all day has prepared their statements long ago. */
    private static Step warm(Step step) throws Exception {
        for (int i = 0; i < 2 * WARM; i++) {
            step.commit(1 + i % 2);
        }
        return step;
    }

    /** One after the other. */
    private static List<Long> repeat(Step step, long end) throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
            step.commit(1);
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }

    /**
     * So many a second, as a session does it: work goes on while it waits for the store, and what waits is sent together.
     * Each waits from the moment it was done.
     */
    private static List<Long> pace(Step step, long end, int perSecond) throws Exception {
        long apart = TimeUnit.SECONDS.toNanos(1) / perSecond;
        List<Long> nanos = new ArrayList<>();
        long next = System.nanoTime() + ThreadLocalRandom.current().nextLong(apart);
        while (next < end) {
            for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            int due = (int) Math.min(AT_ONCE, 1 + (System.nanoTime() - next) / apart);
            step.commit(due);
            long done = System.nanoTime();
            for (int i = 0; i < due; i++, next += apart) {
                nanos.add(done - next);
            }
        }
        return nanos;
    }
}
