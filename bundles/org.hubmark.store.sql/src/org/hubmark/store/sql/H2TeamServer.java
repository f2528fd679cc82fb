package org.hubmark.store.sql;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.net.ssl.SSLContext;

import org.h2.server.TcpServer;
import org.h2.util.JdbcUtils;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.server.RunningServer;
import org.hubmark.core.server.ServerSettings;
import org.hubmark.core.server.ServerStatus;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hubmark's team server: H2's own server behind a {@link Gate}, and the databases of a base, which it opens before it lets
 * anybody in. What clients may do once they are in is decided by their accounts and the door. Safe for use by several
 * threads.
 */
final class H2TeamServer implements RunningServer {

    private static final Logger LOG = LoggerFactory.getLogger(H2TeamServer.class);

    private final ServerSettings settings;
    private final ServerFolder folder;
    private final Backups backups;
    private final Map<String, ServedDatabase> served = new ConcurrentSkipListMap<>();
    private final Instant started = Instant.now();
    private final TcpServer tcp = new TcpServer();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    /** What is to be given up in the end, the last one first. */
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Messages messages = Messages.of(H2TeamServer.class);
    private ServerCertificate certificate;
    private Gate gate;

    private H2TeamServer(ServerSettings settings, ServerFolder folder) {
        this.settings = settings;
        this.folder = folder;
        this.backups = new Backups(folder);
    }

    static H2TeamServer start(ServerSettings settings, ServerFolder folder, ServerFolder.Lock lock)
            throws StoreException {
        H2TeamServer server = new H2TeamServer(settings, folder);
        server.open.add(lock);
        try {
            server.start();
            return server;
        } catch (StoreException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void start() throws StoreException {
        JdbcUtils.serializer = new NoObjects();
        try {
            folder.clean();
            certificate = ServerCertificate.of(folder.certificate());
            open.add(this::closeDatabases);
            for (String name : folder.names()) {
                served.put(name, ServedDatabase.open(folder, name));
            }
            listen();
            open.add(ControlSocket.open(folder.control(), this::perform));
            open.add(new BackupSchedule(settings, backups, served, database -> reopen(database, Compaction.SMALL)));
        } catch (IOException e) {
            throw Failures.of(e, folder.base().toString());
        } catch (GeneralSecurityException e) {
            throw new StoreException(Kind.OTHER, messages.get("error.key", folder.certificate(), e.getMessage()), e);
        }
    }

    private void listen() throws StoreException, GeneralSecurityException {
        SSLContext context = TeamTls.context(certificate.keys(), TeamTls.install());
        try {
            gate = new Gate(context, address(), settings.mostConnections(), new LoginRules(served::containsKey));
            tcp.init("-tcpSSL", "-tcpPort", String.valueOf(settings.port()), "-tcpPassword", AccessFile.password(),
                    "-baseDir", folder.databases().toString(), "-ifExists", "-tcpAllowOthers", "-tcpDaemon");
            TeamTls.through(gate, tcp::start);
        } catch (IOException | SQLException | RuntimeException e) {
            throw new StoreException(Kind.OTHER,
                    messages.get("error.port", String.valueOf(settings.port()), Failures.firstLine(e)), e);
        } catch (Exception e) {
            throw new IllegalStateException("the server socket throws nothing else", e);
        }
        open.add(tcp::stop);
        Thread.ofPlatform().daemon().name("hubmark-server").start(tcp::listen);
        LOG.info("serving {} at {}:{}", served.keySet(), bind(), tcp.getPort());
    }

    /** Null for every address of the machine. */
    private InetAddress address() throws IOException {
        if (settings.bind() == null) {
            return InetAddress.getLoopbackAddress();
        }
        return settings.bind().equals("*") ? null : InetAddress.getByName(settings.bind());
    }

    private String bind() {
        return settings.bind() == null ? "localhost" : settings.bind();
    }

    private Object perform(ControlRequest request) throws StoreException {
        return switch (request.task()) {
            case STATUS -> status();
            case STOP -> {
                Thread.ofPlatform().name("hubmark-stop").start(this::close);
                yield "stopping";
            }
            case CREATE -> {
                create(request.database(), new Member(request.account(), request.name(), null),
                        request.password().toCharArray());
                yield "created";
            }
            case BACKUP -> backup(request.database()).toString();
            case COMPACT -> {
                reopen(request.database(), 0);
                yield "compacted";
            }
            case RESTORE -> {
                restore(request.database(), Path.of(request.copy()), request.evenIfOlder());
                yield "restored";
            }
        };
    }

    @Override
    public ServerStatus status() throws StoreException {
        List<ServerStatus.Served> databases = new ArrayList<>();
        for (ServedDatabase database : served.values()) {
            try {
                databases.add(database.status(backups.last(database.name())));
            } catch (IOException e) {
                throw Failures.of(e, folder.backups().toString());
            }
        }
        return new ServerStatus(bind(), tcp.getPort(), certificate.fingerprint(), started, gate.connections(),
                settings.mostConnections(), databases);
    }

    private void create(String name, Member administrator, char[] password) throws StoreException {
        synchronized (served) {
            new NewDatabase(folder).make(name, administrator, password);
            served.put(name, ServedDatabase.open(folder, name));
        }
    }

    /** Meanwhile nobody is let in to it, so that nobody but its owner opens the file. */
    private void reopen(String name, long small) throws StoreException {
        synchronized (served) {
            ServedDatabase database = served(name);
            served.remove(name);
            try {
                database.close();
            } catch (SQLException e) {
                throw Failures.of(e, name);
            }
            served.put(name, ServedDatabase.open(folder, name, small));
        }
    }

    private ServedDatabase served(String name) throws StoreException {
        ServedDatabase database = served.get(name);
        if (database == null) {
            throw new StoreException(Kind.OFFLINE, messages.get("error.database", name));
        }
        return database;
    }

    private Path backup(String name) throws StoreException {
        try {
            return backups.take(served(name));
        } catch (IOException e) {
            throw Failures.of(e, folder.backups().toString());
        } catch (SQLException e) {
            throw Failures.of(e, name);
        }
    }

    private void restore(String name, Path copy, boolean evenIfOlder) throws StoreException {
        synchronized (served) {
            if (served.containsKey(name)) {
                throw new StoreException(Kind.REFUSED, messages.get("error.restore.open", name));
            }
            try {
                backups.restore(name, copy, evenIfOlder);
            } catch (IOException e) {
                throw Failures.of(e, copy.toString());
            } catch (SQLException e) {
                throw Failures.of(e, name);
            }
            served.put(name, ServedDatabase.open(folder, name));
        }
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            stop();
            return;
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        LOG.info("stopping");
        if (gate != null) {
            gate.close();
        }
        closeDatabases();
        for (AutoCloseable last : open.reversed()) {
            try {
                last.close();
            } catch (Exception e) {
                LOG.error("a part of the server did not close", e);
            }
        }
        LOG.info("stopped");
        ended.countDown();
    }

    /** The door lets those finish who are under way; from then on nobody gets any further. */
    private void closeDatabases() {
        synchronized (served) {
            for (ServedDatabase database : List.copyOf(served.values())) {
                served.remove(database.name());
                try {
                    database.close();
                } catch (SQLException e) {
                    LOG.error("{} did not close", database.name(), e);
                }
            }
        }
    }
}
