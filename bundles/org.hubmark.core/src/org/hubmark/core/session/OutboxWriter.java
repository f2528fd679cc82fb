package org.hubmark.core.session;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.hubmark.core.change.ChangeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes change sets to the outbox on a thread of its own, so that the model thread never waits for the disk, and hands
 * each to the sender once it is safe.
 */
final class OutboxWriter {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWriter.class);
    /** Nothing to be written. */
    static final Write NOTHING = () -> {
        // nothing
    };

    private static final long LAST_CALL = 10;

    private final OutboxFolder outbox;
    private final Sender sender;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("hubmark-outbox").factory());

    OutboxWriter(OutboxFolder outbox, Sender sender) {
        this.outbox = outbox;
        this.sender = sender;
    }

    /** A new change set. Returns at once. */
    void put(ChangeSet changes) {
        execute(() -> {
            write(() -> outbox.put(changes));
            sender.send(changes);
        });
    }

    /**
     * Takes change sets that the store did not take out of the outbox, once what is kept of them is safe, and lets the
     * sender go on.
     *
     * @param keep writes what else is to be kept
     * @param instead a new change set in their place, or null
     */
    void replace(List<UUID> ids, Write keep, ChangeSet instead) {
        execute(() -> {
            write(() -> {
                keep.run();
                if (instead != null) {
                    outbox.put(instead);
                }
                outbox.done(ids);
            });
            sender.replace(ids, instead);
        });
    }

    /** Something else that is to be written. Returns at once. */
    void later(Write write) {
        execute(() -> write(write));
    }

    /** Of what arrives while the session is being closed nothing is kept: the next session hears of it again. */
    private void execute(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("the session is being closed", e);
        }
    }

    /** Writes what is left. */
    void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_CALL, TimeUnit.SECONDS)) {
                LOG.error("the disk takes too long; the last changes may be lost if the program ends now");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            LOG.error("a change could not be kept on disk; it is lost if the program ends before the store has it", e);
        }
    }

    /** Blocks on the disk. */
    interface Write {
        void run() throws IOException;
    }
}
