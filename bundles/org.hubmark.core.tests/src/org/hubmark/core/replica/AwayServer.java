package org.hubmark.core.replica;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.core.store.StoreService;
import org.hubmark.testing.FakeStore;

/** A server in memory that can go away and come back, and the databases of a machine, which stay when they are closed. */
final class AwayServer implements StoreService, ServerLogin {

    private final List<FakeStore> lines = new CopyOnWriteArrayList<>();
    private final Map<Path, FakeStore> files = new ConcurrentHashMap<>();
    private final AtomicInteger logins = new AtomicInteger();
    private volatile FakeStore database = new FakeStore();
    private volatile StoreException refusal;
    private volatile StoreException damage;
    private volatile boolean away;

    /** From now on nobody can reach it. */
    void goAway() {
        away = true;
        lines.forEach(line -> line.setOffline(true));
    }

    /** Those who had a line have it again. */
    void comeBack() {
        away = false;
        lines.forEach(line -> line.setOffline(false));
    }

    /** Whoever had a line has none any more, and logs in to this database from now on. */
    void become(FakeStore other) {
        lines.forEach(line -> line.setOffline(true));
        lines.clear();
        database = other;
    }

    /** Whoever logs in hears this; null if it works again. */
    void refuse(StoreException with) {
        refusal = with;
    }

    /** Databases of the machine that are there can't be opened; null if they can. */
    void damage(StoreException with) {
        damage = with;
    }

    int logins() {
        return logins.get();
    }

    FakeStore database() {
        return database;
    }

    @Override
    public AnnotationStore open(IProgressMonitor monitor) throws StoreException {
        logins.incrementAndGet();
        if (away) {
            throw new StoreException(StoreException.Kind.OFFLINE, "Nobody answers.");
        }
        if (refusal != null) {
            throw refusal;
        }
        FakeStore line = database.connect("ben");
        lines.add(line);
        return line;
    }

    @Override
    public AnnotationStore open(StoreLocation location, IProgressMonitor monitor) throws StoreException {
        Path file = ((StoreLocation.Embedded) location).file();
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.createFile(file);
                files.put(file, new FakeStore());
            } else if (damage != null) {
                throw damage;
            }
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.NO_SPACE, "No space.", e);
        }
        return files.get(file).connect("machine");
    }

    @Override
    public String fingerprint(ServerAddress address, IProgressMonitor monitor) {
        throw new UnsupportedOperationException();
    }
}
