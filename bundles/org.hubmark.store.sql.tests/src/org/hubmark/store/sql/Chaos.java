package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Revision;
import org.hubmark.model.HubmarkPackage;
import org.hubmark.model.provider.HubmarkEditPlugin;
import org.hubmark.testing.ChildProcess;
import org.postgresql.Driver;

import com.ibm.icu.util.ULocale;

/**
 * Many analysts edit one project at random, each at a process of their own, while things go wrong. In the end every
 * acknowledged change set must be in the log once, the log must have no gap, and every session must show what a fresh
 * one shows.
 */
final class Chaos {

    /** What may go wrong besides that clients are killed. */
    interface Mishap {
        void happen() throws Exception;
    }

    private static final NullProgressMonitor NONE = new NullProgressMonitor();

    private final Path folder;
    private final ChaosPlace place;
    private final UUID project;
    private final List<Class<?>> needed;
    private final Random random = new Random(16);
    private final Map<Integer, Client> clients = new HashMap<>();
    private final Map<UUID, Long> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger doubled = new AtomicInteger();
    private final AtomicInteger rejected = new AtomicInteger();
    private int kills;
    private int mishaps;

    Chaos(Path folder, ChaosPlace place, UUID project) throws ClassNotFoundException {
        this.folder = folder;
        this.place = place;
        this.project = project;
        this.needed = needed();
    }

    /** One class of each bundle that a process with a session needs. */
    static List<Class<?>> needed() throws ClassNotFoundException {
        List<Class<?>> needed = new ArrayList<>(WritingProcess.needed());
        needed.addAll(List.of(HubmarkPackage.class, HubmarkEditPlugin.class, EObject.class, ECollections.class,
                ChangeRecorder.class, EditingDomain.class, ISchedulingRule.class, ULocale.class, Driver.class));
        return needed;
    }

    /** A process, and the thread that notes what it says. */
    private final class Client {
        private final int number;
        private final ChildProcess process;
        private final Map<String, String> said = new ConcurrentHashMap<>();
        private final List<String> words = new ArrayList<>();
        private final Thread reader;

        private Client(int number) throws IOException {
            this.number = number;
            this.process = ChildProcess.start(folder, ChaosClient.class, needed, place.text(), project.toString(),
                    folder.resolve("outbox" + number).toString(), String.valueOf(random.nextLong()));
            this.reader = Thread.ofPlatform().start(() -> process.lines().forEach(this::note));
        }

        private void note(String line) {
            if (line.startsWith(ChaosClient.ACCEPTED)) {
                String[] parts = line.split(" ");
                Long before = accepted.put(UUID.fromString(parts[1]), Long.parseLong(parts[2]));
                if (before != null && before != Long.parseLong(parts[2])) {
                    doubled.incrementAndGet();
                }
            } else if (line.startsWith(ChaosClient.REJECTED)) {
                rejected.incrementAndGet();
            } else if (line.startsWith(ChaosClient.SYNCED) || line.startsWith(ChaosClient.DIGEST)) {
                said.put(line.split(" ")[0], line.split(" ")[1]);
            } else if (line.equals(ChaosClient.READY)) {
                said.put(line, line);
            } else {
                words.add(line);
            }
        }

        private String await(String word) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
            while (!said.containsKey(word.strip())) {
                assertTrue(System.nanoTime() < end && reader.isAlive(),
                        () -> "client " + number + " said no " + word + "but " + words);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            return said.get(word.strip());
        }

        private void tell(String line) throws InterruptedException {
            try {
                process.send(line);
            } catch (IOException e) {
                reader.join();
                throw new AssertionError("client " + number + " ended by itself: " + words, e);
            }
        }

        private void kill() throws InterruptedException {
            process.kill();
            reader.join();
        }
    }

    /**
     * Lets it happen.
     *
     * @param mishapsInAll how many of the mishaps happen, spread over the time
     * @return what happened, as a line to read
     */
    String run(int clientCount, int seconds, int killsInAll, Mishap mishap, int mishapsInAll) throws Exception {
        try {
            for (int i = 0; i < clientCount; i++) {
                clients.put(i, new Client(i));
            }
            for (Client client : clients.values()) {
                client.await(ChaosClient.READY);
            }
            long start = System.nanoTime();
            int events = killsInAll + mishapsInAll;
            for (int event = 1; event <= events; event++) {
                waitUntil(start + TimeUnit.SECONDS.toNanos(seconds) * event / (events + 1));
                boolean enough = mishaps == mishapsInAll;
                if (!enough && event * mishapsInAll / events > mishaps) {
                    mishap.happen();
                    mishaps++;
                } else if (kills < killsInAll) {
                    killOne(clientCount);
                }
            }
            waitUntil(start + TimeUnit.SECONDS.toNanos(seconds));
            return finish();
        } finally {
            for (Client client : clients.values()) {
                client.kill();
            }
        }
    }

    private static void waitUntil(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void killOne(int count) throws Exception {
        int number = random.nextInt(count);
        clients.get(number).kill();
        clients.put(number, new Client(number));
        kills++;
    }

    private String finish() throws Exception {
        for (Client client : clients.values()) {
            client.tell("finish");
        }
        for (Client client : clients.values()) {
            assertEquals("true", client.await(ChaosClient.SYNCED), "client " + client.number + ": " + client.words);
        }
        try (AnnotationStore store = new SqlStoreService().open(place.location(), NONE);
                Session fresh = Session.open(store, project, folder.resolve("fresh"), ModelExecutor.direct(), NONE)) {
            long newest = fresh.revision();
            for (Client client : clients.values()) {
                client.tell(String.valueOf(newest));
            }
            String digest = ChaosClient.digest(fresh);
            for (Client client : clients.values()) {
                assertEquals(digest, client.await(ChaosClient.DIGEST), "client " + client.number + " shows something else");
            }
            return check(store.since(project, 0, NONE).toList());
        }
    }

    private String check(List<Revision> log) {
        assertEquals(LongStream.rangeClosed(1, log.size()).boxed().toList(),
                log.stream().map(Revision::number).toList());
        Map<UUID, Long> there = new HashMap<>();
        Set<UUID> twice = new HashSet<>();
        for (Revision revision : log) {
            if (there.put(revision.changeSet(), revision.number()) != null) {
                twice.add(revision.changeSet());
            }
        }
        assertTrue(accepted.size() > 5 * clients.size(), "next to nothing happened: " + accepted.size());
        assertEquals(Set.of(), twice);
        assertEquals(0, doubled.get(), "one change set was given two numbers");
        accepted.forEach((id, number) -> assertEquals(number, there.get(id), "acknowledged change set " + id));
        return clients.size() + " clients, " + kills + " killed, " + mishaps + " mishaps: " + accepted.size()
                + " change sets acknowledged, all there once; " + rejected.get() + " refused or in conflict; "
                + log.size() + " revisions without a gap; all clients equal to a fresh one";
    }
}
