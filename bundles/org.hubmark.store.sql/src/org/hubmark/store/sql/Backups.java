package org.hubmark.store.sql;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of the databases of a server: each a file with a database in it that has been closed, made small, opened once more
 * and found whole, together with its passwords. Used by one thread at a time for one database.
 */
final class Backups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")
            .withZone(ZoneOffset.UTC);
    private static final String ACCESS = ".access";

    private final ServerFolder folder;
    private final Messages messages = Messages.of(Backups.class);

    Backups(ServerFolder folder) {
        this.folder = folder;
    }

    /** Makes a copy of a database that may be at work. */
    Path take(ServedDatabase database) throws IOException, SQLException, StoreException {
        Path scratch = folder.scratch();
        try {
            DatabaseFile copy = database.copyTo(scratch);
            Map<UUID, Long> newest = Compaction.newest(copy);
            DatabaseFile small = Compaction.copyInUse(copy, Files.createDirectory(scratch.resolve("small")));
            if (!newest.equals(Compaction.newest(small))) {
                throw new SQLException("the copy of " + database.name() + " is not whole");
            }
            Path half = scratch.resolve("half.zip");
            zip(small, half);
            Compaction.force(half);
            Path made = folder.backups().resolve(database.name() + "-" + STAMP.format(Instant.now()) + ".zip");
            Files.move(half, made);
            return made;
        } finally {
            ServerFolder.delete(scratch);
        }
    }

    private static void zip(DatabaseFile database, Path target) throws IOException {
        AccessFile.createPrivate(target);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : List.of(database.data(), AccessFile.beside(database.place()))) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    /** The copies of a database, oldest first. */
    List<Path> of(String database) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(database) + "-\\d{8}-\\d{6}-\\d{3}\\.zip");
        try (Stream<Path> files = Files.list(folder.backups())) {
            return files.filter(file -> name.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(Path::getFileName)).toList();
        }
    }

    /** When the newest copy was made; null if there is none. */
    Instant last(String database) throws IOException {
        List<Path> all = of(database);
        return all.isEmpty() ? null : Files.getLastModifiedTime(all.getLast()).toInstant();
    }

    /** Deletes the oldest ones. */
    void keepNewest(String database, int count) throws IOException {
        List<Path> all = of(database);
        for (Path old : all.subList(0, Math.max(0, all.size() - count))) {
            Files.delete(old);
        }
    }

    /** Puts a copy in the place of a database that is closed. */
    void restore(String database, Path copy, boolean evenIfOlder) throws IOException, SQLException, StoreException {
        DatabaseFile target = folder.database(database);
        Path scratch = folder.scratch();
        try {
            DatabaseFile unpacked = new DatabaseFile(target.schema(), scratch.resolve(database));
            unpack(copy, unpacked);
            Map<UUID, Long> newest = check(unpacked, copy);
            if (Files.exists(target.data()) && !evenIfOlder) {
                requireNotNewer(target, newest);
            }
            swap(unpacked, target);
        } finally {
            ServerFolder.delete(scratch);
        }
    }

    private void unpack(Path copy, DatabaseFile target) throws IOException, StoreException {
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            List<ZipEntry> entries = new ArrayList<>();
            zip.stream().forEach(entries::add);
            for (ZipEntry entry : entries) {
                Path file = entry.getName().endsWith(ACCESS) ? AccessFile.beside(target.place()) : target.data();
                AccessFile.createPrivate(file);
                try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(file)) {
                    in.transferTo(out);
                }
            }
        } catch (ZipException e) {
            throw new StoreException(Kind.DAMAGED, messages.get("error.copy", copy), e);
        }
    }

    private Map<UUID, Long> check(DatabaseFile unpacked, Path copy) throws IOException, StoreException {
        try {
            unpacked.check();
            return Compaction.newest(unpacked);
        } catch (SQLException e) {
            throw new StoreException(Kind.DAMAGED, messages.get("error.copy", copy), e);
        } catch (StoreException e) {
            throw new StoreException(Kind.DAMAGED, messages.get("error.copy", copy), e);
        }
    }

    private void requireNotNewer(DatabaseFile there, Map<UUID, Long> copy) throws IOException, StoreException {
        try {
            there.check();
            Map<UUID, Long> newest = Compaction.newest(there);
            boolean more = Journal.isUsed(Journal.beside(there.place()));
            if (more || newest.entrySet().stream().anyMatch(p -> p.getValue() > copy.getOrDefault(p.getKey(), 0L))) {
                throw new StoreException(Kind.REFUSED, messages.get("error.restore.newer", there.place().getFileName()));
            }
        } catch (SQLException e) {
            if (Failures.kind(e) == Kind.OFFLINE) {
                throw Failures.of(e, there.place().toString());
            }
            LOG.warn("{} is damaged, and replaced by a copy", there.place(), e);
        }
    }

    /** What was there stays beside it. */
    private void swap(DatabaseFile from, DatabaseFile to) throws IOException {
        String suffix = ".replaced-" + STAMP.format(Instant.now());
        for (Path old : List.of(to.data(), AccessFile.beside(to.place()), Journal.beside(to.place()))) {
            if (Files.exists(old)) {
                Files.move(old, old.resolveSibling(old.getFileName() + suffix));
            }
        }
        Compaction.force(from.data());
        Files.move(AccessFile.beside(from.place()), AccessFile.beside(to.place()));
        Files.move(from.data(), to.data());
    }
}
