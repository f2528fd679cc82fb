package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.Ids;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kill at every moment, without any killing: the file and the journal as they are after each answer must hold what was
 * accepted, wherever H2 is with its writing.
 */
@ExtendWith(NoErrorsLogged.class)
class AppendOnlyTest {

    private static final int COMMITS = 40;

    @TempDir
    private Path folder;

    @Test
    void whateverIsAcceptedIsFoundInTheFileAsItIsThen() throws Exception {
        Path file = folder.toRealPath().resolve("hubs");
        Sample sample = new Sample();
        NullProgressMonitor monitor = new NullProgressMonitor();
        try (AnnotationStore store = new SqlStoreService().open(new StoreLocation.Embedded(file, true), monitor)) {
            store.commit(sample.start(), monitor);
            dropWaiting(file);
            for (int i = 0; i < COMMITS; i++) {
                long accepted = assertInstanceOf(CommitResult.Accepted.class, store.commit(
                        WritingProcess.changeSet(Ids.next(), sample.project, sample.model), monitor)).revision();
                assertEquals(accepted, newestIn(copy(file, i)));
                if (i % 3 == 0) {
                    letH2Write(file);
                }
            }
        }
    }

    private static void letH2Write(Path file) throws Exception {
        try (Connection owner = new H2File(file).owner()) {
            H2File.run(owner, "checkpoint");
        }
    }

    /** Without this, H2 would leave space alone for 45 seconds after it has become free. */
    private static void dropWaiting(Path file) throws Exception {
        try (Connection owner = new H2File(file).owner()) {
            H2File.run(owner, "set retention_time 0");
        }
    }

    private Path copy(Path file, int number) throws IOException {
        Path copy = folder.resolve("copy" + number);
        copy(file.resolveSibling("hubs.mv.db"), folder.resolve("copy" + number + ".mv.db"));
        copy(Journal.beside(file), Journal.beside(copy));
        Files.copy(AccessFile.beside(file), AccessFile.beside(copy));
        return copy;
    }

    /** A plain copy of a file is refused on some systems while H2 holds its lock; reading it through a channel is not. */
    private static void copy(Path file, Path to) throws IOException {
        try (FileChannel from = FileChannel.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) from.size());
            int read;
            do {
                read = from.read(bytes);
            } while (read > 0);
            Files.write(to, bytes.array());
        }
    }

    private static long newestIn(Path copy) throws Exception {
        try (AnnotationStore store = new SqlStoreService().open(new StoreLocation.Embedded(copy, false),
                new NullProgressMonitor())) {
            return store.projects(new NullProgressMonitor()).getFirst().revision();
        }
    }
}
