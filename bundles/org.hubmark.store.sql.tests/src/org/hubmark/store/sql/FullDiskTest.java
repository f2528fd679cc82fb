package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.ServerAddress.Endpoint;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server whose file can grow no more: a limit that the system sets to the process is as good as a full disk. */
@ExtendWith(NoErrorsLogged.class)
class FullDiskTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    private static final String PASSWORD = "correct horse";
    private static final int MOST_COMMITS = 2_000;
    private static final long ROOM = 300_000;
    private static final int ATTEMPTS = 10;

    private final Sample sample = new Sample();
    @TempDir
    private Path folder;

    @Test
    void commitsAreRefusedUntilThereIsRoomAgainAndNothingIsLost() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "no prlimit on this system");
        Path base = folder.resolve("base");
        new SqlTeamServers().create(base, "hubs", new Member("grace", "Grace", Role.ADMINISTRATOR),
                PASSWORD.toCharArray(), NONE);
        Map<UUID, Long> accepted = new HashMap<>();
        try (ServingProcess.Child server = ServingProcess.start(folder, base, 0); AnnotationStore store = open(server)) {
            store.commit(sample.start(), NONE);
            limit(server, String.valueOf(Files.size(base.resolve("databases/hubs.mv.db")) + ROOM));
            ChangeSet refused = fill(store, accepted);
            for (int i = 0; i < ATTEMPTS; i++) {
                tryOnce(store, refused, accepted);    // opened anew, the file may just have room for one more
            }
            limit(server, "unlimited");
            assertNull(onceConnected(() -> accepted.put(refused.id(), commit(store, refused))));
            for (int i = 0; i < 20; i++) {
                ChangeSet next = WritingProcess.changeSet(Ids.next(), sample.project, sample.model);
                accepted.put(next.id(), commit(store, next));
            }
            checkLog(store, accepted);
        }
        try (ServingProcess.Child server = ServingProcess.start(folder, base, 0); AnnotationStore store = open(server)) {
            checkLog(store, accepted);
        }
    }

    private ChangeSet fill(AnnotationStore store, Map<UUID, Long> accepted) throws Exception {
        for (int i = 0; i < MOST_COMMITS; i++) {
            ChangeSet changes = WritingProcess.changeSet(Ids.next(), sample.project, sample.model);
            try {
                accepted.put(changes.id(), commit(store, changes));
            } catch (StoreException e) {
                assertEquals(Kind.NO_SPACE, e.kind(), e.getMessage());
                return changes;
            }
        }
        throw new AssertionError("the limit was not reached");
    }

    private static void tryOnce(AnnotationStore store, ChangeSet changes, Map<UUID, Long> accepted) throws Exception {
        StoreException failure = onceConnected(() -> accepted.put(changes.id(), commit(store, changes)));
        assertTrue(failure == null || failure.kind() == Kind.NO_SPACE, String.valueOf(failure));
    }

    /** H2 closes a database that it could not write to, with all connections, so the next attempt finds nobody there. */
    private static StoreException onceConnected(Callable<?> call) throws Exception {
        StoreException failure = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                call.call();
                return null;
            } catch (StoreException e) {
                failure = e;
                if (e.kind() != Kind.OFFLINE) {
                    return e;
                }
            }
        }
        return failure;
    }

    private static long commit(AnnotationStore store, ChangeSet changes) throws StoreException {
        return assertInstanceOf(CommitResult.Accepted.class, store.commit(changes, NONE)).revision();
    }

    private void checkLog(AnnotationStore store, Map<UUID, Long> accepted) throws Exception {
        List<Revision> log = store.since(sample.project, 1, NONE).toList();
        assertEquals(LongStream.range(2, log.size() + 2).boxed().toList(), log.stream().map(Revision::number).toList());
        Map<UUID, Long> there = new HashMap<>();
        log.forEach(revision -> there.put(revision.changeSet(), revision.number()));
        assertEquals(accepted, there);
    }

    private static void limit(ServingProcess.Child server, String bytes) throws Exception {
        Process prlimit = new ProcessBuilder("/usr/bin/prlimit", "--pid", String.valueOf(server.process().pid()),
                "--fsize=" + bytes + ":").inheritIO().start();
        assertTrue(prlimit.waitFor() == 0, "prlimit");
    }

    private static AnnotationStore open(ServingProcess.Child server) throws StoreException {
        return new SqlStoreService().open(new StoreLocation.Server(new ServerAddress(ServerAddress.Kind.HUBMARK,
                List.of(new Endpoint("localhost", server.port())), "hubs"), server.fingerprint(), "grace",
                PASSWORD.toCharArray()), NONE);
    }
}
