package org.hubmark.core.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.change.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one member has not seen yet of one project, in a file: a line with the newest revision that was looked at, then a
 * line for each object. Every call blocks on the disk.
 */
final class UnreadFile {

    /** What the file says. */
    record Content(long revision, Set<UUID> objects) {
    }

    private static final Logger LOG = LoggerFactory.getLogger(UnreadFile.class);

    private final Path file;

    /** @param folder of the project */
    UnreadFile(Path folder, UUID project, String member) {
        this.file = folder.resolve("unread-" + Ids.named(project, member) + ".txt");
    }

    /** Empty if the member has never been here, or the file can't be read: then everything counts as seen. */
    Optional<Content> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            Set<UUID> objects = new LinkedHashSet<>();
            var lines = Files.readAllLines(file).iterator();
            long revision = Long.parseLong(lines.next());
            lines.forEachRemaining(line -> objects.add(UUID.fromString(line)));
            return Optional.of(new Content(revision, objects));
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} can't be read; what colleagues changed before counts as seen", file, e);
            return Optional.empty();
        }
    }

    void write(Content content) throws IOException {
        StringBuilder text = new StringBuilder().append(content.revision()).append('\n');
        content.objects().forEach(id -> text.append(id).append('\n'));
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
