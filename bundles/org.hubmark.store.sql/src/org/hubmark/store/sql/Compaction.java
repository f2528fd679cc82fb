package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.hubmark.core.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a database file small again, which only ever grows while it is in use (decision 6): writes what is in use into a
 * new file, looks whether it is all there, and puts it in the place of the old one, which stays beside it until somebody
 * has opened the new one and says so. The database must be closed. A kill at any moment leaves one or the other.
 */
final class Compaction {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    /** In bytes: not worth the time. */
    static final long SMALL = 64L << 20;
    private static final int MOST_PERCENT = 50;
    private static final String BEFORE = ".before";

    private final ServerFolder folder;
    private final DatabaseFile file;
    private final long small;

    /** @param small files up to this size, in bytes, are left as they are */
    Compaction(ServerFolder folder, DatabaseFile file, long small) {
        this.folder = folder;
        this.file = file;
        this.small = small;
    }

    /** Puts an old file back that a kill has left without a successor. */
    void recover() throws IOException {
        if (!Files.exists(file.data()) && Files.exists(before())) {
            Files.move(before(), file.data());
        }
    }

    /** Does it if the file is large and more than half of it is not in use. */
    void runIfWorthIt() throws IOException, SQLException, StoreException {
        if (Files.size(file.data()) <= small) {
            return;
        }
        Map<UUID, Long> newest = newest(file);
        if (usedPercent() <= MOST_PERCENT) {
            run(newest);
        }
    }

    private void run(Map<UUID, Long> newest) throws IOException, SQLException, StoreException {
        long size = Files.size(file.data());
        Path scratch = folder.scratch();
        try {
            DatabaseFile made = copyInUse(file, scratch);
            if (!newest(made).equals(newest)) {
                throw new SQLException("the smaller file of " + file.place() + " does not hold what the larger one does");
            }
            force(made.data());
            Files.deleteIfExists(before());
            keepBefore();
            Files.move(made.data(), file.data(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            ServerFolder.delete(scratch);
        }
        LOG.info("{}: {} bytes before, {} now", file.data(), size, Files.size(file.data()));
    }

    /** To be called when the new file has been opened. */
    void confirm() throws IOException {
        Files.deleteIfExists(before());
    }

    /** A closed copy of a closed file that holds only what is in use. */
    static DatabaseFile copyInUse(DatabaseFile file, Path target) throws IOException {
        DatabaseFile made = new DatabaseFile(file.schema(), target.resolve(file.place().getFileName()));
        Files.copy(AccessFile.beside(file.place()), AccessFile.beside(made.place()),
                StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        try {
            MVStore.compact(file.data().toString(), made.data().toString(), false, null);
            return made;
        } catch (MVStoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The newest revision of each project of a closed database, which opening may have to repair first. */
    static Map<UUID, Long> newest(DatabaseFile file) throws IOException, SQLException, StoreException {
        try (Connection connection = file.owner(";DB_CLOSE_ON_EXIT=FALSE", file.access()).getConnection()) {
            return LogCheck.newest(connection);
        }
    }

    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private int usedPercent() throws IOException {
        try (MVStore store = new MVStore.Builder().fileName(file.data().toString()).readOnly().open()) {
            return store.getFileStore().getChunksFillRate();
        } catch (MVStoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** A second name for the old file, so that there is one at every moment; where there are no links, for an instant none. */
    private void keepBefore() throws IOException {
        try {
            Files.createLink(before(), file.data());
        } catch (UnsupportedOperationException e) {
            LOG.debug("no links here", e);
            Files.move(file.data(), before());
        }
    }

    private Path before() {
        return file.data().resolveSibling(file.data().getFileName() + BEFORE);
    }
}
