package org.hubmark.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.hubmark.core.change.Ids;
import org.hubmark.core.store.AnnotationStore;

/**
 * How many small change sets clients get accepted in a second, and how long each waits; beside the same rows by plain JDBC.
 * A client sends one after the other, and what waits together: a session that cannot keep up has several waiting.
 */
record Commits(String title, Work work, RawPlace raw, int seconds) {

    private static final int WAITING = 4;

    /** What a client does again and again. */
    private interface Step extends AutoCloseable {
        /** @return how many change sets that were */
        int once() throws Exception;
    }

    private interface Clients {
        Step make() throws Exception;
    }

    void run() throws Exception {
        System.out.println("### Commits: " + title + "\n");
        System.out.println("| clients | a second | p50 ms | p99 ms | plain JDBC a second | p50 ms | p99 ms | ratio |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        measure(4, () -> store(1), 2);
        measure(4, this::plain, 2);
        for (int clients : new int[] {1, 4, 16}) {
            row(String.valueOf(clients), clients, 1);
        }
        row("16, each with " + WAITING + " waiting", 16, WAITING);
        System.out.println();
    }

    private void row(String name, int clients, int waiting) throws Exception {
        Latencies ours = measure(clients, () -> store(waiting), seconds);
        Latencies plain = measure(clients, this::plain, seconds);
        System.out.printf("| %s | %,.0f | %.1f | %.1f | %,.0f | %.1f | %.1f | %.2f |%n", name,
                ours.perSecond(seconds), ours.ms(50), ours.ms(99), plain.perSecond(seconds), plain.ms(50),
                plain.ms(99), ours.perSecond(seconds) / plain.perSecond(seconds));
    }

    private Step store(int waiting) throws Exception {
        AnnotationStore store = work.open();
        UUID client = Ids.next();
        return new Step() {
            @Override
            public int once() throws Exception {
                work.commit(store, client, "one more hub", waiting);
                return waiting;
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
            public int once() throws Exception {
                client.commit("one more hub");
                return 1;
            }

            @Override
            public void close() throws Exception {
                client.close();
            }
        };
    }

    private static Latencies measure(int count, Clients clients, int seconds) throws Exception {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(clients.make());
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        Latencies all = new Latencies();
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (Step step : steps) {
                running.add(threads.submit((Callable<List<Long>>) () -> repeat(step, end)));
            }
            for (Future<List<Long>> one : running) {
                all.addAll(one.get());
            }
        }
        for (Step step : steps) {
            step.close();
        }
        return all;
    }

    private static List<Long> repeat(Step step, long end) throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
            int accepted = step.once();
            nanos.addAll(Collections.nCopies(accepted, System.nanoTime() - start));
        }
        return nanos;
    }
}
