package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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
import org.hubmark.core.store.StoreLocation;
import org.hubmark.core.store.Subscription;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that stops, in order or not, and comes again, while clients work. */
@ExtendWith(NoErrorsLogged.class)
class ServerRestartTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    private static final String PASSWORD = "correct horse";
    private static final int CLIENTS = 3;
    private static final int RESTARTS = Boolean.getBoolean("hubmark.long") ? 20 : 2;
    private static final int BETWEEN = 15;
    private static final int PATIENCE_SECONDS = 60;

    private final Sample sample = new Sample();
    @TempDir
    private Path folder;
    private Path base;
    private int port;

    @BeforeEach
    void make() throws Exception {
        base = folder.resolve("base");
        new SqlTeamServers().create(base, "hubs", new Member("grace", "Grace", Role.ADMINISTRATOR),
                PASSWORD.toCharArray(), NONE);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    private AnnotationStore open(String fingerprint) throws StoreException {
        ServerAddress address = new ServerAddress(ServerAddress.Kind.HUBMARK, List.of(new Endpoint("localhost", port)),
                "hubs");
        return new SqlStoreService().open(new StoreLocation.Server(address, fingerprint, "grace",
                PASSWORD.toCharArray()), NONE);
    }

    /** Commits until it is told to stop; as a session does, sends the same again when nothing is known. */
    private final class Client implements Callable<Map<UUID, Long>> {
        private final AnnotationStore store;
        private final AtomicInteger accepted;
        private final AtomicBoolean enough;

        private Client(AnnotationStore store, AtomicInteger accepted, AtomicBoolean enough) {
            this.store = store;
            this.accepted = accepted;
            this.enough = enough;
        }

        @Override
        public Map<UUID, Long> call() throws Exception {
            Map<UUID, Long> all = new HashMap<>();
            while (!enough.get()) {
                ChangeSet changes = WritingProcess.changeSet(Ids.next(), sample.project, sample.model);
                all.put(changes.id(), commit(changes));
                accepted.incrementAndGet();
            }
            return all;
        }

        private long commit(ChangeSet changes) throws StoreException {
            while (true) {
                try {
                    return assertInstanceOf(CommitResult.Accepted.class, store.commit(changes, NONE)).revision();
                } catch (StoreException e) {
                    assertEquals(StoreException.Kind.OFFLINE, e.kind(), e.getMessage());
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingAcceptedIsLostAndNothingDoubledWhenTheServerRestarts(boolean inOrder) throws Exception {
        ServingProcess.Child server = ServingProcess.start(folder, base, port);
        AtomicInteger accepted = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<AnnotationStore> stores = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                stores.add(open(server.fingerprint()));
            }
            stores.getFirst().commit(sample.start(), NONE);
            List<Future<Map<UUID, Long>>> clients = new ArrayList<>();
            stores.forEach(store -> clients.add(threads.submit(new Client(store, accepted, enough))));
            for (int i = 0; i < RESTARTS; i++) {
                awaitMore(accepted, clients);
                server = restart(server, inOrder);
            }
            awaitMore(accepted, clients);
            enough.set(true);
            checkLog(stores.getFirst(), all(clients));
        } finally {
            enough.set(true);
            threads.shutdownNow();
            for (AnnotationStore store : stores) {
                store.close();
            }
            server.close();
        }
    }

    private ServingProcess.Child restart(ServingProcess.Child server, boolean inOrder) throws Exception {
        if (inOrder) {
            new SqlTeamServers().stop(base, NONE);
        }
        server.process().kill();
        return ServingProcess.start(folder, base, port);
    }

    private static Map<UUID, Long> all(List<Future<Map<UUID, Long>>> clients) throws Exception {
        Map<UUID, Long> all = new HashMap<>();
        for (Future<Map<UUID, Long>> client : clients) {
            all.putAll(client.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        return all;
    }

    private static void awaitMore(AtomicInteger accepted, List<Future<Map<UUID, Long>>> clients) throws Exception {
        int goal = accepted.get() + BETWEEN;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (accepted.get() < goal) {
            assertTrue(System.nanoTime() < end, "no client got through within a minute");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            for (Future<Map<UUID, Long>> client : clients) {
                if (client.isDone()) {
                    client.get();
                }
            }
        }
    }

    private void checkLog(AnnotationStore store, Map<UUID, Long> accepted) throws Exception {
        List<Revision> log = store.since(sample.project, 1, NONE).toList();
        assertEquals(LongStream.range(2, log.size() + 2).boxed().toList(), log.stream().map(Revision::number).toList());
        Map<UUID, Long> there = new HashMap<>();
        log.forEach(revision -> there.put(revision.changeSet(), revision.number()));
        assertEquals(accepted, there);
    }

    @Test
    void whoSubscribedHearsAgainAfterARestart() throws Exception {
        BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
        ServingProcess.Child server = ServingProcess.start(folder, base, port);
        try (AnnotationStore store = open(server.fingerprint());
                AnnotationStore other = open(server.fingerprint())) {
            store.commit(sample.start(), NONE);
            try (Subscription subscription = store.subscribe(sample.project, heard::add)) {
                new SqlTeamServers().stop(base, NONE);
                server.close();
                server = ServingProcess.start(folder, base, port);
                new Client(other, new AtomicInteger(), new AtomicBoolean())
                        .commit(sample.set(1, create(sample.hub("甲"))));
                assertNotNull(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
        } finally {
            server.close();
        }
    }

    @Test
    void aBackupUnderLoadRestoresToAWholeDatabase() throws Exception {
        Path copy;
        long atLeast;
        try (TestServer server = TestServer.start(base, port);
                AnnotationStore store = open(server.status().fingerprint())) {
            store.commit(sample.start(), NONE);
            AtomicInteger accepted = new AtomicInteger();
            AtomicBoolean enough = new AtomicBoolean();
            ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
            try {
                List<Future<Map<UUID, Long>>> clients = new ArrayList<>();
                for (int i = 0; i < CLIENTS; i++) {
                    clients.add(threads.submit(new Client(store, accepted, enough)));
                }
                awaitMore(accepted, clients);
                atLeast = store.projects(NONE).getFirst().revision();
                copy = new SqlTeamServers().backup(base, "hubs", NONE);
                awaitMore(accepted, clients);
                enough.set(true);
                all(clients);
            } finally {
                enough.set(true);
                threads.shutdownNow();
            }
            assertNotNull(server.status().databases().getFirst().lastBackup());
            compare(store, copy, atLeast);
        }
    }

    /** What a copy holds is what the original held at its newest revision. */
    private void compare(AnnotationStore original, Path copy, long atLeast) throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        new SqlTeamServers().restore(elsewhere, "copy", copy, false, NONE);
        try (TestServer second = TestServer.start(elsewhere); AnnotationStore restored = second.login("copy", "grace",
                PASSWORD)) {
            long newest = restored.projects(NONE).getFirst().revision();
            assertTrue(newest >= atLeast, newest + " of " + atLeast);
            List<Revision> log = original.since(sample.project, 0, NONE).toList();
            assertEquals(log.subList(0, (int) newest), restored.since(sample.project, 0, NONE).toList());
            assertEquals(original.open(sample.project, java.util.OptionalLong.of(newest), NONE).objects().size(),
                    restored.open(sample.project, java.util.OptionalLong.empty(), NONE).objects().size());
        }
    }
}
