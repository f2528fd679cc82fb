package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.testing.ChildProcess;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** H2 writes its file when the door says so, whatever anybody does; what it writes at other times may be torn. */
@ExtendWith(NoErrorsLogged.class)
class H2StorageTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    /** H2 would write when 19 MB wait. */
    private static final int MANY_CHARACTERS = 40_000_000;

    private final Sample sample = new Sample();
    @TempDir
    private Path folder;
    private Path file;
    private AnnotationStore store;
    private long before;

    @BeforeEach
    void open() throws Exception {
        file = folder.toRealPath().resolve("hubs");
        store = new SqlStoreService().open(new StoreLocation.Embedded(file, true), NONE);
        commit(sample.start().changes());
        before = bytes();
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    private long bytes() throws IOException {
        return Files.size(file.resolveSibling("hubs.mv.db"));
    }

    private long commit(List<Change> changes) throws Exception {
        return assertInstanceOf(CommitResult.Accepted.class, store.commit(sample.set(1, changes), NONE)).revision();
    }

    @Test
    void changeSetsWaitInTheJournal() throws Exception {
        for (int i = 0; i < 300; i++) {
            commit(List.of(create(sample.hub("枢纽 " + i))));
        }
        assertEquals(before, bytes());
        assertTrue(Files.size(Journal.beside(file)) > 0);
    }

    @Test
    void aLargeChangeSetIsWrittenAfterItsEndAtTheEarliest() throws Exception {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            changes.add(create(sample.hub("枢纽 " + i)));
        }
        commit(changes);
        assertEquals(before, bytes());
    }

    @Test
    void whoeverHoldsRowsDoesNotMakeItWrite() throws Exception {
        try (Connection member = new H2File(file).member()) {
            member.setAutoCommit(false);
            H2File.run(member, "select * from member for update");
            member.commit();
        }
        assertEquals(before, bytes());
    }

    @Test
    void aLongTextOnItsWayToTheDoorDoesNotMakeItWrite() throws Exception {
        try (Connection member = new H2File(file).member();
                var call = member.prepareStatement("call char_length(?)")) {
            call.setCharacterStream(1, new StringReader("x".repeat(MANY_CHARACTERS)));
            try (var row = call.executeQuery()) {
                row.next();
                assertEquals(MANY_CHARACTERS, row.getInt(1));
            }
        }
        assertEquals(before, bytes());
    }

    /** Such as a plain SQL client with the account of the owner. */
    @Test
    void afterSomebodyElseMadeItWriteTheDoorDoesSoToo() throws Exception {
        commit(List.of(create(sample.hub("甲"))));
        try (Connection owner = new H2File(file).owner()) {
            H2File.run(owner, "checkpoint");
            H2File.run(owner, "set write_delay 0");
        }
        long written = bytes();
        assertTrue(written > before);
        commit(List.of(create(sample.hub("乙"))));
        assertTrue(bytes() > written);
        assertEquals(0, Files.size(Journal.beside(file)));
        written = bytes();
        commit(List.of(create(sample.hub("丙"))));
        assertEquals(written, bytes(), "the delay that was set is of no avail");
    }

    @Test
    void theFileOfAnotherProcessIsLeftToIt() throws Exception {
        store.close();
        try (ChildProcess other = WritingProcess.start(folder, file, sample.project, sample.model)) {
            other.send("1");
            other.line(WritingProcess.ACCEPTED);
            try (Connection joined = new H2File(file).owner()) {
                assertNull(H2Storage.of(joined));
            }
            store = new SqlStoreService().open(new StoreLocation.Embedded(file, false), NONE);
            assertEquals(3, commit(List.of(create(sample.hub("甲")))));
            store.close();
            other.end();
        }
        store = new SqlStoreService().open(new StoreLocation.Embedded(file, false), NONE);
    }
}
