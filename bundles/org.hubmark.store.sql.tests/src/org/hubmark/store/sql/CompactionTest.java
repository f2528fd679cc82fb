package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.hubmark.testing.Sample.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.UncheckedStoreException;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A file that has grown becomes small again while nobody has it open. */
@ExtendWith(NoErrorsLogged.class)
class CompactionTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    private static final int COMMITS = 60;
    private static final int ATTEMPTS = 10;

    private final Sample sample = new Sample();
    @TempDir
    private Path base;
    private List<Revision> log;
    private ServerFolder folder;
    private DatabaseFile file;

    @BeforeEach
    void grow() throws Exception {
        try (TestServer server = TestServer.start(base)) {
            server.create("hubs");
            try (AnnotationStore store = server.open("hubs")) {
                ObjectState hub = sample.hub("0");
                store.commit(sample.start(), NONE);
                store.commit(sample.set(1, create(hub)), NONE);
                for (int i = 0; i < COMMITS; i++) {
                    String before = i == 0 ? hub.text("nameZh") : "v" + i;
                    store.commit(sample.set(2 + i, put(hub.id(), "nameZh", before, "v" + (i + 1))), NONE);
                    store.keep(Sample.text("H2 writes its file for each text " + i), NONE);
                }
                log = store.since(sample.project, 0, NONE).toList();
            }
        }
        folder = ServerFolder.make(base);
        file = folder.database("hubs");
    }

    private void checkServed() throws Exception {
        try (TestServer server = TestServer.start(base); AnnotationStore store = server.open("hubs")) {
            assertEquals(log, store.since(sample.project, 0, NONE).toList());
        }
    }

    @Test
    void aLargeFileShrinksAndHoldsTheSame() throws Exception {
        long before = Files.size(file.data());
        Compaction compaction = new Compaction(folder, file, before / 2);
        compaction.runIfWorthIt();
        assertTrue(Files.size(file.data()) < before / 2, Files.size(file.data()) + " of " + before);
        Path kept = file.data().resolveSibling("hubs.mv.db.before");
        assertTrue(before <= Files.size(kept));
        checkServed();
        assertFalse(Files.exists(kept), "a server that has opened the new file gives the old one up");
        long small = Files.size(file.data());
        new Compaction(folder, file, 0).runIfWorthIt();
        assertTrue(Files.size(file.data()) <= small);
    }

    @Test
    void aDatabaseAtWorkIsAwayForAMomentAndItsClientsComeAgain() throws Exception {
        try (TestServer server = TestServer.start(base); AnnotationStore store = server.open("hubs")) {
            long before = Files.size(file.data());
            new SqlTeamServers().compact(base, "hubs", NONE);
            assertTrue(Files.size(file.data()) < before / 2, Files.size(file.data()) + " of " + before);
            assertEquals(log, sinceOnceThere(store));
            store.commit(sample.set(log.size(), create(sample.hub("1"))), NONE);
        }
    }

    /** Connections from before find the database closed, each once. */
    private List<Revision> sinceOnceThere(AnnotationStore store) {
        for (int attempt = 0;; attempt++) {
            try {
                return store.since(sample.project, 0, NONE).toList();
            } catch (UncheckedStoreException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (StoreException e) {
                if (attempt == ATTEMPTS) {
                    throw new UncheckedStoreException(e);
                }
            }
        }
    }

    @Test
    void aSmallFileIsLeftAsItIs() throws Exception {
        byte[] before = Files.readAllBytes(file.data());
        new Compaction(folder, file, before.length).runIfWorthIt();
        assertEquals(before.length, Files.size(file.data()));
    }

    @Test
    void aKillBetweenTheOldFileAndTheNewOneLosesNothing() throws Exception {
        Files.move(file.data(), file.data().resolveSibling("hubs.mv.db.before"));
        new Compaction(folder, file, 0).recover();
        checkServed();
    }
}
