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

/** Makes a copy of each database now and then, if it has changed, and deletes the oldest ones. Has a thread of its own. */
final class BackupSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);

    private final Backups backups;
    private final int kept;
    private final Map<String, ServedDatabase> served;
    private final Map<String, Map<UUID, Long>> saved = new HashMap<>();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("hubmark-backup").factory());

    BackupSchedule(ServerSettings settings, Backups backups, Map<String, ServedDatabase> served) {
        this.backups = backups;
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
            } catch (IOException | SQLException | StoreException | RuntimeException e) {
                LOG.error("no backup of {} could be made; the next attempt comes in time", database.name(), e);
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
