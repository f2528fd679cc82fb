package org.hubmark.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.hubmark.core.change.Ids;
import org.hubmark.core.store.AnnotationStore;

/** How many small change sets clients get accepted in a second, and how long each waits; beside the same rows by plain JDBC. */
record Commits(String title, Work work, RawPlace raw, int seconds) {

    /** What a client does again and again. */
    private interface Step extends AutoCloseable {
        void once() throws Exception;
    }

    private interface Clients {
        Step make() throws Exception;
    }

    void run() throws Exception {
        System.out.println("### Commits: " + title + "\n");
        System.out.println("| clients | a second | p50 ms | p99 ms | plain JDBC a second | p50 ms | p99 ms | ratio |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        measure(4, this::store, 2);
        measure(4, this::plain, 2);
        for (int clients : new int[] {1, 4, 16}) {
            Latencies ours = measure(clients, this::store, seconds);
            Latencies plain = measure(clients, this::plain, seconds);
            System.out.printf("| %d | %,.0f | %.1f | %.1f | %,.0f | %.1f | %.1f | %.2f |%n", clients,
                    ours.perSecond(seconds), ours.ms(50), ours.ms(99), plain.perSecond(seconds), plain.ms(50),
                    plain.ms(99), ours.perSecond(seconds) / plain.perSecond(seconds));
        }
        System.out.println();
    }

    private Step store() throws Exception {
        AnnotationStore store = work.open();
        UUID client = Ids.next();
        return new Step() {
            @Override
            public void once() throws Exception {
                work.commit(store, client, "one more hub");
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
            public void once() throws Exception {
                client.commit("one more hub");
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
            step.once();
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }
}
