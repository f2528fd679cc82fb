package org.hubmark.core.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ChangeSetCodec;
import org.hubmark.core.change.MalformedChangeSetException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The change sets of one client that the store has not confirmed yet, in a file: one line of JSON a change set, one an
 * acknowledgement. What {@link #put} has returned from survives the death of the process. The file is locked while it
 * is open, so that a second session leaves it alone and a later one may adopt it. Every call blocks on the disk; safe
 * for use by several threads.
 */
final class Outbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String SUFFIX = ".jsonl";
    private static final String DONE = "{\"done\":\"";
    private static final String END = "\"}";

    private final UUID client;
    private final Path file;
    private final FileChannel channel;
    private final Map<UUID, ChangeSet> waiting = new LinkedHashMap<>();

    private Outbox(Path file, FileChannel channel) throws IOException {
        String name = file.getFileName().toString();
        this.client = UUID.fromString(name.substring(0, name.length() - SUFFIX.length()));
        this.file = file;
        this.channel = channel;
        read();
    }

    /** The outbox of a new client. */
    static Outbox create(Path folder, UUID client) throws IOException {
        Files.createDirectories(folder);
        Outbox outbox = open(folder.resolve(client + SUFFIX));
        if (outbox == null) {
            throw new IOException(client + " is open already");
        }
        return outbox;
    }

    /** The outboxes that dead sessions left in a folder, oldest first; they are locked from now on. */
    static List<Outbox> adopt(Path folder) throws IOException {
        List<Outbox> adopted = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
                    Outbox outbox = open(file);
                    if (outbox != null) {
                        adopted.add(outbox);
                    }
                }
            }
        }
        return adopted;
    }

    private static Outbox open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new Outbox(file, channel);
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} belongs to another session of this process", file, e);
        } catch (IOException | IllegalArgumentException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return null;
    }

    UUID client() {
        return client;
    }

    /** What is not confirmed, in the order it was put. */
    synchronized List<ChangeSet> waiting() {
        return List.copyOf(waiting.values());
    }

    /** Adds a change set. */
    synchronized void put(ChangeSet changes) throws IOException {
        waiting.put(changes.id(), changes);
        append(ChangeSetCodec.write(changes));
        channel.force(false);
    }

    /** The store has confirmed these, or will never take them; all at once. An empty outbox becomes an empty file. */
    synchronized void done(Collection<UUID> changeSets) throws IOException {
        List<String> lines = new ArrayList<>();
        for (UUID changeSet : changeSets) {
            if (waiting.remove(changeSet) != null) {
                lines.add(DONE + changeSet + END);
            }
        }
        if (waiting.isEmpty()) {
            channel.truncate(0);
        } else if (!lines.isEmpty()) {
            append(String.join("\n", lines));
        }
    }

    /** Lets go of the file; deletes it if nothing is waiting. */
    @Override
    public synchronized void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        channel.close();
        if (waiting.isEmpty()) {
            Files.deleteIfExists(file);
        }
    }

    private void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Reads what is there; half a line at the end, from a death while writing, was never confirmed to anyone. */
    private void read() throws IOException {
        byte[] all = Files.readAllBytes(file);
        int end = all.length;
        while (end > 0 && all[end - 1] != '\n') {
            end--;
        }
        if (end < all.length) {
            LOG.warn("{}: the last change was only half written when the program ended, and is left out", file);
            channel.truncate(end);
        }
        for (String line : new String(all, 0, end, StandardCharsets.UTF_8).split("\n")) {
            if (!line.isEmpty()) {
                read(line);
            }
        }
    }

    private void read(String line) {
        if (line.startsWith(DONE)) {
            waiting.remove(UUID.fromString(line.substring(DONE.length(), line.length() - END.length())));
            return;
        }
        try {
            ChangeSet changes = ChangeSetCodec.read(line);
            waiting.put(changes.id(), changes);
        } catch (MalformedChangeSetException e) {
            LOG.warn("{}: a line can't be read and is left out", file, e);
        }
    }
}
