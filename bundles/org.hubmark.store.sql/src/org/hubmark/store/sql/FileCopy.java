package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Copies a file that H2 holds a lock on: some systems refuse it to any other way of reading. */
final class FileCopy {

    private FileCopy() {
    }

    /** Copies as many bytes as there are at the start; {@code to} must not be there, and only its owner may read it. */
    static void copy(Path from, Path to) throws IOException {
        AccessFile.createPrivate(to);
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
            long size = in.size();
            long done = 0;
            while (done < size) {
                long copied = in.transferTo(done, size - done, out);
                if (copied <= 0) {
                    throw new IOException(from + " has become shorter");
                }
                done += copied;
            }
        }
    }
}
