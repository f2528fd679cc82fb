package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the door has accepted since H2 last wrote its file: each entry with its length and its checksum, one after the
 * other. An entry is in the file, so that it survives the death of the process, before anybody hears that it was
 * accepted. Half an entry at the end, from a death while writing, was accepted for nobody and is cut off. Every call
 * blocks on the disk; to be used by one thread at a time.
 */
final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int HEAD = Integer.BYTES + Integer.BYTES;

    private final Path file;
    private final FileChannel channel;
    private long end;

    private Journal(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.end = channel.size();
    }

    static Path beside(Path database) {
        return database.resolveSibling(database.getFileName() + ".journal");
    }

    /** Whether there is anything in the journal of a database that is closed: it was killed then. */
    static boolean isUsed(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > 0;
    }

    /** Opens the file, which is made if it isn't there. */
    static Journal open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            return new Journal(file, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Its length in bytes. */
    long size() {
        return end;
    }

    /** All entries, oldest first. */
    List<String> read() throws IOException {
        List<String> entries = new ArrayList<>();
        ByteBuffer all = bytes();
        int whole = 0;
        for (String entry = next(all); entry != null; entry = next(all)) {
            entries.add(entry);
            whole = all.position();
        }
        if (whole < end) {
            LOG.warn("{}: {} bytes at the end were only half written when the program ended, and are left out", file,
                    end - whole);
            cutTo(whole);
        }
        return entries;
    }

    private ByteBuffer bytes() throws IOException {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(end));
        while (all.hasRemaining() && channel.read(all, all.position()) >= 0) {
            // until everything is there
        }
        return all.flip();
    }

    /** The next entry, or null if there is no whole one. */
    private static String next(ByteBuffer all) {
        if (all.remaining() < HEAD) {
            return null;
        }
        int length = all.getInt();
        int checksum = all.getInt();
        if (length <= 0 || length > all.remaining()) {
            return null;
        }
        byte[] entry = new byte[length];
        all.get(entry);
        return checksum(entry) == checksum ? new String(entry, StandardCharsets.UTF_8) : null;
    }

    /** Adds entries, all of them or none. */
    void append(List<String> entries) throws IOException {
        long before = end;
        ByteBuffer bytes = encode(entries);
        try {
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
        } catch (IOException e) {
            cutTo(before);
            throw e;
        }
    }

    private static ByteBuffer encode(List<String> entries) {
        List<byte[]> all = entries.stream().map(entry -> entry.getBytes(StandardCharsets.UTF_8)).toList();
        ByteBuffer bytes = ByteBuffer.allocate(all.stream().mapToInt(entry -> HEAD + entry.length).sum());
        all.forEach(entry -> bytes.putInt(entry.length).putInt(checksum(entry)).put(entry));
        return bytes.flip();
    }

    private static int checksum(byte[] entry) {
        CRC32C checksum = new CRC32C();
        checksum.update(entry);
        return (int) checksum.getValue();
    }

    /** Forgets what came after this length. */
    void cutTo(long length) throws IOException {
        channel.truncate(length);
        end = length;
    }

    /** Lets go of the file. */
    void release() throws IOException {
        channel.close();
    }

    /** Lets go of the file; deletes it if nothing is in it. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (end == 0) {
            Files.deleteIfExists(file);
        }
    }
}
