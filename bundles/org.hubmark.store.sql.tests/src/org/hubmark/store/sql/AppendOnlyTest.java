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

/** A kill at every moment, without any killing: the file as it is after each answer must hold what was accepted. */
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
            }
        }
    }

    /** Without this, H2 would leave space alone for 45 seconds after it has become free. */
    private static void dropWaiting(Path file) throws Exception {
        try (Connection owner = new H2File(file).owner()) {
            H2File.run(owner, "set retention_time 0");
        }
    }

    /** A plain copy of a file is refused on some systems while H2 holds its lock; reading it through a channel is not. */
    private Path copy(Path file, int number) throws IOException {
        Path copy = folder.resolve("copy" + number);
        try (FileChannel from = FileChannel.open(file.resolveSibling("hubs.mv.db"))) {
            ByteBuffer bytes = ByteBuffer.allocate((int) from.size());
            int read;
            do {
                read = from.read(bytes);
            } while (read > 0);
            Files.write(folder.resolve("copy" + number + ".mv.db"), bytes.array());
        }
        Files.copy(AccessFile.beside(file), AccessFile.beside(copy));
        return copy;
    }

    private static long newestIn(Path copy) throws Exception {
        try (Connection owner = new H2File(copy).owner();
                var statement = owner.createStatement();
                var row = statement.executeQuery("select max(number) from revision")) {
            row.next();
            return row.getLong(1);
        }
    }
}
