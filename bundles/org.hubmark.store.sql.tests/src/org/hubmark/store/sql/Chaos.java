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
import java.util.concurrent.locks.LockSupport;

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

    /** What may go wrong besides that clients are killed; it counts what it does. */
    interface Mishap {
        void happen(ChaosReport report) throws Exception;
    }

    /**
     * How much of it there is.
     *
     * @param mishaps how many things go wrong besides that clients are killed, spread over the time
     */
    record Size(int clients, int seconds, int kills, int mishaps) {

        /** The whole, or a small one to try it: {@code hubmark.chaos.clients}, {@code hubmark.chaos.seconds}. */
        static Size of(int clients, int seconds, int kills, int mishaps) {
            return new Size(Integer.getInteger("hubmark.chaos.clients", clients),
                    Integer.getInteger("hubmark.chaos.seconds", seconds), kills, mishaps);
        }
    }

    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    private static final String KILLED = "clients killed";

    private final Path folder;
    private final ChaosPlace place;
    private final UUID project;
    private final List<Class<?>> needed;
    private final Random random = new Random(16);
    private final Map<Integer, Client> clients = new HashMap<>();
    private final ChaosAnswers answers = new ChaosAnswers();
    private final ChaosReport report = new ChaosReport();
    private long started;

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
                answers.accepted(UUID.fromString(parts[1]), Long.parseLong(parts[2]));
            } else if (line.startsWith(ChaosClient.REJECTED)) {
                answers.rejected();
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

    /** Lets it happen, and prints what happened before it judges. */
    void run(Size size, Mishap mishap) throws Exception {
        report.happened("clients", size.clients());
        report.happened("seconds of work", size.seconds());
        report.happened(KILLED, 0);
        try {
            for (int i = 0; i < size.clients(); i++) {
                clients.put(i, new Client(i));
            }
            for (Client client : clients.values()) {
                client.await(ChaosClient.READY);
            }
            work(size, mishap);
            finish();
        } finally {
            for (Client client : clients.values()) {
                client.kill();
            }
        }
    }

    private void work(Size size, Mishap mishap) throws Exception {
        started = System.nanoTime();
        int events = size.kills() + size.mishaps();
        int mishaps = 0;
        for (int event = 1; event <= events; event++) {
            waitUntil(started + TimeUnit.SECONDS.toNanos(size.seconds()) * event / (events + 1));
            if (event * size.mishaps() / events > mishaps) {
                mishap.happen(report);
                mishaps++;
            } else {
                killOne(size.clients());
            }
        }
        waitUntil(started + TimeUnit.SECONDS.toNanos(size.seconds()));
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
        report.happened(KILLED);
    }

    private void finish() throws Exception {
        for (Client client : clients.values()) {
            client.tell("finish");
        }
        for (Client client : clients.values()) {
            assertEquals("true", client.await(ChaosClient.SYNCED), "client " + client.number + ": " + client.words);
        }
        report.happened("seconds until all were synced", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started));
        try (AnnotationStore store = new SqlStoreService().open(place.location(), NONE);
                Session fresh = Session.open(store, project, folder.resolve("fresh"), ModelExecutor.direct(), NONE)) {
            Set<Integer> different = different(fresh);
            List<Revision> log = store.since(project, 0, NONE).toList();
            answers.count(log, report);
            System.out.println(report);
            assertEquals(Set.of(), different, "these clients show something else than a fresh one");
            answers.check(log, report);
        }
    }

    private Set<Integer> different(Session fresh) throws InterruptedException {
        for (Client client : clients.values()) {
            client.tell(String.valueOf(fresh.revision()));
        }
        String digest = ChaosClient.digest(fresh);
        Set<Integer> different = new HashSet<>();
        for (Client client : clients.values()) {
            if (!digest.equals(client.await(ChaosClient.DIGEST))) {
                different.add(client.number);
            }
        }
        report.happened("clients equal to a fresh one", clients.size() - different.size());
        return different;
    }
}
