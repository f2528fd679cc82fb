package org.hubmark.store.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Value;
import org.hubmark.core.replica.ReplicaSettings;
import org.hubmark.core.replica.ReplicatedStore;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Session;
import org.hubmark.testing.ChildProcess;

/**
 * A process with a session on a server's project and a replica, which does what it is told: {@code name X} gives a hub
 * another name and answers when that is in the outbox; {@code synced} answers when the server has everything.
 */
final class Traveller {

    static final String OPEN = "open ";
    static final String KEPT = "kept ";
    static final String SYNCED = "synced ";

    private static final ReplicaSettings SETTINGS = new ReplicaSettings(Duration.ofMillis(100), 0);

    private final Session session;
    private final UUID hub;
    private final Path outbox;

    private Traveller(Session session, UUID hub, Path outbox) {
        this.session = session;
        this.hub = hub;
        this.outbox = outbox;
    }

    static ChildProcess start(Path folder, ChaosPlace place, UUID project, UUID hub) throws Exception {
        List<Class<?>> needed = new ArrayList<>(Chaos.needed());
        // what SubMonitor traces with
        needed.add(Class.forName("org.eclipse.osgi.service.debug.DebugOptionsListener", false,
                SubMonitor.class.getClassLoader()));
        return ChildProcess.start(folder, Traveller.class, needed, place.text(), project.toString(),
                hub.toString(), folder.toString());
    }

    static ReplicatedStore open(ChaosPlace place, UUID project, Path folder) throws Exception {
        SqlStoreService stores = new SqlStoreService();
        return ReplicatedStore.open(monitor -> stores.open(place.location(), monitor), stores,
                folder.resolve("replica"), project, SETTINGS, new NullProgressMonitor());
    }

    static Session session(ReplicatedStore store, UUID project, Path folder) throws Exception {
        return Session.open(store, project, folder.resolve("outbox"), ModelExecutor.direct(), new NullProgressMonitor());
    }

    public static void main(String[] arguments) throws Exception {
        UUID project = UUID.fromString(arguments[1]);
        Path folder = Path.of(arguments[3]);
        try (ReplicatedStore store = open(ChaosPlace.of(arguments[0]), project, folder);
                Session session = session(store, project, folder);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            if (store.problem() == null) {
                store.makeReplica(new NullProgressMonitor());
            }
            Traveller traveller = new Traveller(session, UUID.fromString(arguments[2]), folder.resolve("outbox"));
            System.out.println(OPEN + session.syncState().kind() + " " + store.replica().revision());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(traveller.answer(line));
            }
        }
    }

    private String answer(String line) throws Exception {
        if (line.equals(SYNCED.strip())) {
            return SYNCED + session.awaitSynced(Duration.ofSeconds(60)) + " " + session.revision();
        }
        String name = line.substring(line.indexOf(' ') + 1);
        Value before = session.state(hub).values().get("nameZh");
        session.execute("Rename", List.of(new Change.Put(hub, "nameZh", before, Value.of(name))));
        while (!isKept(name)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return KEPT + name;
    }

    private boolean isKept(String name) throws IOException {
        try (Stream<Path> files = Files.walk(outbox)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
                if (Files.readString(file).contains(name)) {
                    return true;
                }
            }
        }
        return session.waiting().isEmpty();
    }
}
