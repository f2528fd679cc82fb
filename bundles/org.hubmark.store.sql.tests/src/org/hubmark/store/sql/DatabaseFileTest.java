package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoErrorsLogged.class)
class DatabaseFileTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();

    private final Sample sample = new Sample();
    @TempDir
    private Path folder;
    private Path file;
    private Path data;

    @BeforeEach
    void names() throws IOException {
        file = folder.toRealPath().resolve("枢纽 1");
        data = folder.toRealPath().resolve("枢纽 1.mv.db");
    }

    private AnnotationStore open(boolean create) throws StoreException {
        return new SqlStoreService().open(new StoreLocation.Embedded(file, create), NONE);
    }

    private void make() throws Exception {
        try (AnnotationStore store = open(true)) {
            store.commit(sample.start(), NONE);
        }
    }

    private StoreException failure() {
        StoreException failure = assertThrows(StoreException.class, () -> open(false).close());
        assertFalse(failure.getMessage().isBlank());
        return failure;
    }

    @Test
    void nothingIsMadeUnlessAsked() throws Exception {
        assertEquals(Kind.OFFLINE, failure().kind());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aNewDatabaseLeavesOnlyItsFiles() throws Exception {
        make();
        try (var files = Files.list(folder)) {
            assertEquals(List.of("枢纽 1.access", "枢纽 1.mv.db"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void thePasswordsAreReadableByTheirOwnerOnly() throws Exception {
        make();
        Path access = AccessFile.beside(file);
        assumeFalse(Files.getFileStore(access).name().contains("NTFS"), "permissions of another kind");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(access)));
    }

    @Test
    void withoutThePasswordsNobodyGetsIn() throws Exception {
        make();
        Path access = AccessFile.beside(file);
        Path away = Files.move(access, folder.resolve("away"));
        assertEquals(Kind.REFUSED, failure().kind());
        Files.write(access, List.of("owner=wrong", "member=wrong"));
        assertEquals(Kind.REFUSED, failure().kind());
        Files.move(away, access, StandardCopyOption.REPLACE_EXISTING);
        try (AnnotationStore store = open(false)) {
            assertEquals(1, store.projects(NONE).size());
        }
    }

    @Test
    void anEmptyFileOrGarbageIsDamageAndStaysAsItIs() throws Exception {
        make();
        for (byte[] content : List.of(new byte[0], "no database at all".repeat(1_000).getBytes(), new byte[10_000])) {
            Files.write(data, content);
            assertEquals(Kind.DAMAGED, failure().kind());
            assertArrayEquals(content, Files.readAllBytes(data));
        }
    }

    @Test
    void aTruncatedFileIsNotTakenForAnEmptyProject() throws Exception {
        make();
        byte[] whole = Files.readAllBytes(data);
        for (int part : new int[] {2, 3, 10}) {
            Files.write(data, Arrays.copyOf(whole, whole.length / part));
            assertEquals(Kind.DAMAGED, failure().kind(), "cut to 1/" + part);
            assertArrayEquals(Arrays.copyOf(whole, whole.length / part), Files.readAllBytes(data), "cut to 1/" + part);
        }
        Files.write(data, whole);
        try (AnnotationStore store = open(false)) {
            assertEquals(3, store.open(sample.project, OptionalLong.empty(), NONE).objects().size());
        }
    }

    @Test
    void aDatabaseOfAnotherProgramIsLeftAlone() throws Exception {
        make();
        AccessFile access = AccessFile.read(AccessFile.beside(file));
        Files.delete(data);
        try (Connection other = DatabaseFile.source("jdbc:h2:file:" + file, AccessFile.OWNER, access.owner())
                .getConnection()) {
            H2File.run(other, "create table theirs (i int)");
        }
        assertEquals(Kind.DAMAGED, failure().kind());
    }

    @Test
    void aDatabaseInUseByAnotherProgramIsNotReachableNow() throws Exception {
        make();
        try (FileChannel other = FileChannel.open(data, StandardOpenOption.WRITE); FileLock lock = other.lock()) {
            assertTrue(lock.isValid());
            assertEquals(Kind.OFFLINE, failure().kind());
        }
        open(false).close();
    }

    @Test
    void aWriteProtectedFolderIsSaidToBeSo() throws Exception {
        make();
        assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertEquals(Kind.NO_SPACE, failure().kind());
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aFullDiskIsSaidToBeSo() {
        SQLException full = new SQLException("General error", "HY000", 50000,
                new IllegalStateException(new IOException("No space left on device")));

        assertEquals(Kind.NO_SPACE, Failures.kind(full));
    }

    @Test
    void anOlderSchemaIsSavedThenMigrated() throws Exception {
        new DatabaseFile(new Schema(new Migrations("h2", List.of("V1__tables.sql"))), file)
                .make(EmbeddedH2::makeMember);
        Path backup = folder.resolve("枢纽 1.schema-1.zip");
        assertFalse(Files.exists(backup));

        try (AnnotationStore store = open(false)) {
            assertTrue(Files.size(backup) > 0);
            store.commit(sample.start(), NONE);
            store.commit(sample.set(1, create(sample.hub("甲"))), NONE);
            assertEquals(1, store.query(sample.project, "select * from v_hub", Map.of(), 5, NONE).rows().size());
        }
    }

    @Test
    void whatBelongedToAnObjectBeforeItWasWrittenDownIsFoundInTheLog() throws Exception {
        UUID hub;
        try (AnnotationStore store = open(true)) {
            hub = FormerOwnersSample.make(store, sample);
        }
        try (Connection owner = new H2File(file).owner()) {
            H2File.run(owner, "drop table former_owner");
            H2File.run(owner, "delete from \"flyway_schema_history\" where \"version\" >= '7'");
        }
        try (AnnotationStore store = open(false)) {
            FormerOwnersSample.assertFound(store, sample, hub);
        }
    }

    @Test
    void aNewerSchemaIsLeftAlone() throws Exception {
        make();
        try (Connection owner = new H2File(file).owner()) {
            H2File.run(owner, """
                    insert into "flyway_schema_history" select 99, '99', 'future', 'SQL', 'V99__future.sql', 0, 'x',
                    current_timestamp, 1, true""");
        }
        StoreException failure = failure();
        assertEquals(Kind.VERSION, failure.kind());
        assertTrue(failure.getMessage().contains("99"), failure.getMessage());
    }
}
