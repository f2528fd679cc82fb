package org.hubmark.core.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.MalformedChangeSetException;
import org.hubmark.core.conflict.ConflictCodec;

/**
 * Change sets that the store will not take and that no record in the store can hold, a file each, so that no work is
 * ever thrown away. Every call blocks on the disk.
 */
final class RefusedSets {

    private final Path folder;

    RefusedSets(Path folder) {
        this.folder = folder;
    }

    void put(UUID name, List<ChangeSet> sets) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve(name + ".part");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(ConflictCodec.writeSets(sets).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, file(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Empty if they are not on this machine. */
    List<ChangeSet> get(UUID name) throws IOException {
        if (!Files.exists(file(name))) {
            return List.of();
        }
        try {
            return ConflictCodec.readSets(Files.readString(file(name)));
        } catch (MalformedChangeSetException e) {
            throw new IOException(file(name) + " can't be read", e);
        }
    }

    private Path file(UUID name) {
        return folder.resolve(name + ".json");
    }
}
