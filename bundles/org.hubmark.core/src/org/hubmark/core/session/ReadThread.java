package org.hubmark.core.session;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.UncheckedStoreException;

/** The one thread on which a session reads from the store on demand. What it read arrives on the model thread. */
final class ReadThread {

    /** Reads from store or disk; may block. */
    interface Reading<T> {
        T read(IProgressMonitor monitor) throws StoreException, IOException;
    }

    private final SessionCore core;
    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final Set<CompletableFuture<?>> pending = ConcurrentHashMap.newKeySet();
    /** What is asked for after the end is not read. */
    private final ExecutorService thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("hubmark-reads").factory(), new ThreadPoolExecutor.DiscardPolicy());

    ReadThread(SessionCore core) {
        this.core = core;
    }

    /** Reads; the future completes on the model thread. Any thread. */
    <T> CompletableFuture<T> ask(Reading<T> reading) {
        CompletableFuture<T> future = request();
        ask(future, reading, future::complete);
        return future;
    }

    /** A future that is cancelled when the session is closed before it is completed. */
    <T> CompletableFuture<T> request() {
        CompletableFuture<T> future = new CompletableFuture<>();
        pending.add(future);
        future.whenComplete((result, failure) -> pending.remove(future));
        if (monitor.isCanceled()) {
            future.cancel(false);
        }
        return future;
    }

    /** Reads, then goes on on the model thread; a failure of either completes the future there. */
    <T> void ask(CompletableFuture<?> future, Reading<T> reading, Consumer<T> then) {
        thread.execute(() -> {
            try {
                T result = reading.read(monitor);
                core.onModel(() -> goOn(future, then, result));
            } catch (UncheckedStoreException e) {
                core.onModel(() -> future.completeExceptionally(e.getCause()));
            } catch (StoreException | IOException | RuntimeException e) {
                core.onModel(() -> future.completeExceptionally(e));
            }
        });
    }

    /** Whoever waits is told, or would wait for ever. */
    private static <T> void goOn(CompletableFuture<?> future, Consumer<T> then, T result) {
        try {
            then.accept(result);
        } catch (RuntimeException e) {
            future.completeExceptionally(e);
        }
    }

    boolean isClosed() {
        return monitor.isCanceled();
    }

    /** Whoever still waits for something hears that it was cancelled. */
    void close() {
        monitor.setCanceled(true);
        thread.shutdown();
        pending.forEach(future -> future.cancel(false));
    }
}
