package org.hubmark.core.replica;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.core.store.StoreService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a replica: a database of this machine, and a note that is there only once the replica is whole. Every call
 * blocks on the disk.
 */
record ReplicaFolder(Path folder, StoreService stores) {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaFolder.class);
    /** So many times as large as when it was made, a replica is written anew. */
    private static final int WORN = 4;

    private Path file() {
        return folder.resolve("replica.json");
    }

    /** The note; empty if the replica was never whole, or the note can't be read: then the replica is filled again. */
    Optional<ReplicaNote> note() {
        try {
            recover();
            return Files.exists(file()) ? Optional.of(ReplicaNote.parse(Files.readString(file()))) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} can't be read; the replica can't be used until the server is there again", file(), e);
            return Optional.empty();
        }
    }

    /** Once this returns, the note survives the death of the process; it never is half a note. */
    void write(ReplicaNote note) throws IOException {
        Files.createDirectories(folder);
        Path part = file().resolveSibling(file().getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(note.format().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        Files.move(part, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The database. It is made if it is not there, and brought up to date if it is of an older version. */
    AnnotationStore open(IProgressMonitor monitor) throws StoreException {
        return stores.open(new StoreLocation.Embedded(folder.resolve("hubmark"), true), monitor);
    }

    /** Throws the replica away; its database is closed. First the note, so that half of it never counts as whole. */
    void discard() throws IOException {
        Files.deleteIfExists(file());
        delete(folder);
    }

    /**
     * Puts the replica aside, as {@code NAME.before}: it may have what the server has lost. Only one is kept. Its database is
     * closed.
     */
    void setAside() throws IOException {
        Path aside = folder.resolveSibling(folder.getFileName() + ".before");
        delete(aside);
        Files.deleteIfExists(file());
        if (Files.exists(folder)) {
            Files.move(folder, aside);
        }
    }

    /** What is in it fits into a much smaller one: its file only ever grows. */
    boolean isWorn(ReplicaNote note, long small) throws IOException {
        long size = size();
        return size > small && size > WORN * note.size();
    }

    /** Of all files, in bytes. */
    long size() throws IOException {
        long size = 0;
        if (!Files.exists(folder)) {
            return size;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }

    /** Where another one is made that comes into the place of this one. */
    ReplicaFolder successor() {
        return new ReplicaFolder(folder.resolveSibling(folder.getFileName() + ".new"), stores);
    }

    /** Puts the successor into the place of this one; both databases are closed. */
    void succeed() throws IOException {
        delete(old());
        Files.move(folder, old());
        Files.move(successor().folder, folder);
        delete(old());
    }

    private Path old() {
        return folder.resolveSibling(folder.getFileName() + ".old");
    }

    /** A kill may have come between the two moves. */
    private void recover() throws IOException {
        Path next = successor().folder;
        if (!Files.exists(folder) && Files.exists(next.resolve(file().getFileName()))) {
            Files.move(next, folder);
        }
        delete(old());
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(tree)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}
