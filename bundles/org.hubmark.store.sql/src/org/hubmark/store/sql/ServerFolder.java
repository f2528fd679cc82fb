package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;

/**
 * The base of a team server: one folder that only its owner may look into.
 *
 * <pre>
 * databases/   what is served: NAME.mv.db and NAME.access; the only folder H2's server may open files of
 * backups/     NAME-date-time.zip
 * work/        what is being made; emptied at each start
 * server.p12   certificate and key
 * server.lock, server.control   while a server runs
 * </pre>
 */
record ServerFolder(Path base) {

    private static final String OWNER_ONLY = "rwx------";

    /** Makes the folder and those in it, as far as they are not there. */
    static ServerFolder make(Path base) throws IOException {
        Path folder = base.toAbsolutePath().normalize();
        createPrivate(folder);
        ServerFolder made = new ServerFolder(folder.toRealPath());
        createPrivate(made.databases());
        createPrivate(made.backups());
        createPrivate(made.work());
        return made;
    }

    private static void createPrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.getParent());
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        } else {
            Files.createDirectory(folder);
        }
    }

    Path databases() {
        return base.resolve("databases");
    }

    Path backups() {
        return base.resolve("backups");
    }

    Path work() {
        return base.resolve("work");
    }

    Path certificate() {
        return base.resolve("server.p12");
    }

    Path control() {
        return base.resolve("server.control");
    }

    /** @throws StoreException of kind REFUSED if no database can have this name */
    DatabaseFile database(String name) throws StoreException {
        if (!ServerAddress.isDatabase(name)) {
            throw new StoreException(Kind.REFUSED, Messages.of(ServerFolder.class).get("error.database.name", name));
        }
        return new DatabaseFile(Schema.H2, databases().resolve(name));
    }

    /** The names of the databases there are. */
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(databases())) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(DatabaseFile.SUFFIX))
                    .map(file -> file.substring(0, file.length() - DatabaseFile.SUFFIX.length()))
                    .filter(ServerAddress::isDatabase).sorted().toList();
        }
    }

    /** A new empty folder for something that is being made. */
    Path scratch() throws IOException {
        return Files.createTempDirectory(work(), "w");
    }

    /** Empties the folder for what is being made: what is in it was left by a process that was killed. */
    void clean() throws IOException {
        delete(work());
        createPrivate(work());
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Nobody else works in a base while this is open. */
    record Lock(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Null if somebody else works here: a server, or a command. */
    Lock lock() throws IOException {
        FileChannel channel = FileChannel.open(base.resolve("server.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new Lock(channel, lock);
            }
        } catch (OverlappingFileLockException e) {
            org.slf4j.LoggerFactory.getLogger(ServerFolder.class).debug("this very process works in {}", base, e);
        }
        channel.close();
        return null;
    }
}
