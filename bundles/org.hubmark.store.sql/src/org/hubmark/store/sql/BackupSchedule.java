package org.hubmark.store.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.hubmark.core.server.ServerSettings;
import org.hubmark.core.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a copy of each database now and then, if it has changed, and deletes the oldest ones. A database that has grown
 * large is then opened anew, which makes it small: clients find it away for some seconds, and send later. Has a thread of
 * its own.
 */
final class BackupSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);

    /** In bytes; a day of much work. */
    private static final long LARGE = 512L << 20;

    /** Opens a database anew. */
    interface Reopening {
        void reopen(String database) throws StoreException;
    }

    private final Backups backups;
    private final int kept;
    private final Map<String, ServedDatabase> served;
    private final Reopening reopening;
    private final Map<String, Map<UUID, Long>> saved = new HashMap<>();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("hubmark-backup").factory());

    BackupSchedule(ServerSettings settings, Backups backups, Map<String, ServedDatabase> served, Reopening reopening) {
        this.backups = backups;
        this.reopening = reopening;
        this.kept = settings.backupsKept();
        this.served = served;
        Duration every = settings.backupEvery();
        if (every.isPositive()) {
            timer.scheduleWithFixedDelay(this::run, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        for (ServedDatabase database : served.values()) {
            try {
                save(database);
                if (database.bytes() > LARGE) {
                    reopening.reopen(database.name());
                }
            } catch (IOException | SQLException | StoreException | RuntimeException e) {
                LOG.error("{} was not saved or not made small; the next attempt comes in time", database.name(), e);
            }
        }
    }

    private void save(ServedDatabase database) throws IOException, SQLException, StoreException {
        Map<UUID, Long> newest = database.newest();
        if (!newest.equals(saved.get(database.name()))) {
            LOG.info("backup: {}", backups.take(database));
            backups.keepNewest(database.name(), kept);
            saved.put(database.name(), newest);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
