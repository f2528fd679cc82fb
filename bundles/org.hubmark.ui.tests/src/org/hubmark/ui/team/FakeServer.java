package org.hubmark.ui.team;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.core.store.StoreService;
import org.hubmark.testing.FakeStore;
import org.hubmark.ui.project.NewProject;

/**
 * A team server in memory: a certificate, accounts with passwords, and one database. And the databases of this machine,
 * which stay when they are closed.
 */
final class FakeServer implements StoreService {

    static final ServerAddress ADDRESS = ServerAddress.parse("hubmark://team.example:9723/hubs");
    static final String FINGERPRINT = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private static final long TICK_NS = 10_000_000;
    private static final long PATIENCE_NS = 20_000_000_000L;

    private final FakeStore database = new FakeStore();
    private final Map<String, char[]> passwords = new HashMap<>();
    private volatile String fingerprint = FINGERPRINT;
    private final Map<Path, FakeStore> files = new ConcurrentHashMap<>();
    private final List<FakeStore> lines = new CopyOnWriteArrayList<>();
    private final AtomicInteger logins = new AtomicInteger();
    private volatile boolean silent;
    private volatile boolean away;

    /** With an administrator {@code ada}, and these projects. */
    FakeServer(String... projects) throws StoreException {
        for (String project : projects) {
            new NewProject(database).create(project, new NullProgressMonitor());
        }
        database.members().change(new Member("ada", "Ada", Role.ADMINISTRATOR), new NullProgressMonitor());
        passwords.put("ada", "secret".toCharArray());
    }

    FakeServer with(String account, String name, Role role, String password) throws StoreException {
        database.members().create(new Member(account, name, role), password.toCharArray(), new NullProgressMonitor());
        passwords.put(account, password.toCharArray());
        return this;
    }

    /** From now on it shows another certificate. */
    void renewCertificate() {
        fingerprint = FINGERPRINT.replace('0', '9');
    }

    /** From now on it does not answer, but a caller may give up. */
    void fallSilent() {
        silent = true;
    }

    /** From now on nobody answers, and whoever is connected is so no longer. */
    void goAway() {
        away = true;
        lines.forEach(line -> line.setOffline(true));
    }

    void comeBack() {
        away = false;
        lines.forEach(line -> line.setOffline(false));
    }

    /** How often somebody tried to log in. */
    int logins() {
        return logins.get();
    }

    FakeStore database() {
        return database;
    }

    @Override
    public AnnotationStore open(StoreLocation location, IProgressMonitor monitor) throws StoreException {
        if (location instanceof StoreLocation.Embedded(Path file, boolean create)) {
            return files.computeIfAbsent(file, f -> new FakeStore()).connect("machine");
        }
        await(monitor);
        logins.incrementAndGet();
        if (!(location instanceof StoreLocation.Server(var address, String pinned, String account, char[] password))
                || !List.of(fingerprint).contains(pinned) || !Arrays.equals(passwords.get(account), password)) {
            throw new StoreException(StoreException.Kind.REFUSED, "Account or password is wrong. Type them again.");
        }
        FakeStore line = database.connect(account);
        lines.add(line);
        return line;
    }

    @Override
    public String fingerprint(ServerAddress address, IProgressMonitor monitor) throws StoreException {
        await(monitor);
        if (!address.endpoints().equals(ADDRESS.endpoints())) {
            throw new StoreException(StoreException.Kind.OFFLINE,
                    "Nobody answers at " + address + ". Check the address, and whether the server runs.");
        }
        return fingerprint;
    }

    private void await(IProgressMonitor monitor) throws StoreException {
        if (away) {
            throw new StoreException(StoreException.Kind.OFFLINE, "Nobody answers at " + ADDRESS + ".");
        }
        long end = System.nanoTime() + PATIENCE_NS;
        while (silent) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            if (System.nanoTime() > end) {
                throw new StoreException(StoreException.Kind.OFFLINE, "Nobody has cancelled the wait.");
            }
            LockSupport.parkNanos(TICK_NS);
        }
    }
}
