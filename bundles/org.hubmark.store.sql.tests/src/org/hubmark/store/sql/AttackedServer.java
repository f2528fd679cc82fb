package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.h2.tools.Server;
import org.hubmark.core.store.AnnotationStore;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own with an administrator, an analyst and a reader, for those who attack it. */
@ExtendWith(NoErrorsLogged.class)
abstract class AttackedServer {

    static final NullProgressMonitor NONE = new NullProgressMonitor();
    static final String PASSWORD = "quiet harbour";
    static final String DATABASE = "hubs";
    static final Sample SAMPLE = new Sample();

    @TempDir
    static Path folder;
    static Path base;
    static ServingProcess.Child server;
    static AnnotationStore administrator;
    static List<Revision> log;

    @BeforeAll
    static void start() throws Exception {
        base = folder.resolve("base");
        new SqlTeamServers().create(base, DATABASE, new Member("grace", "Grace", Role.ADMINISTRATOR),
                PASSWORD.toCharArray(), NONE);
        server = ServingProcess.start(folder, base, 0);
        administrator = open("grace", PASSWORD);
        administrator.members().create(new Member("lin", "林晓", Role.ANALYST), PASSWORD.toCharArray(), NONE);
        administrator.members().create(new Member("rea", "读者", Role.READER), PASSWORD.toCharArray(), NONE);
        administrator.commit(SAMPLE.start(), NONE);
        administrator.commit(SAMPLE.set(1, create(SAMPLE.hub("甲"))), NONE);
        log = administrator.since(SAMPLE.project, 0, NONE).toList();
    }

    @AfterAll
    static void stop() throws Exception {
        administrator.close();
        server.close();
    }

    /** Whatever was tried: the history is as it was, the members too, and the server serves. */
    @AfterEach
    final void nothingHasChanged() throws Exception {
        assertEquals(log, administrator.since(SAMPLE.project, 0, NONE).toList().subList(0, log.size()));
        assertEquals(List.of(Role.ADMINISTRATOR, Role.ANALYST, Role.READER),
                administrator.members().all(NONE).stream().map(Member::role).sorted(Comparator.reverseOrder())
                        .toList());
        try (Stream<Path> files = Files.list(base.resolve("databases"))) {
            assertEquals(List.of("hubs.access", "hubs.journal", "hubs.mv.db"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    static AnnotationStore open(String account, String password) throws StoreException {
        return open(account, password, server.fingerprint());
    }

    static AnnotationStore open(String account, String password, String fingerprint) throws StoreException {
        return new SqlStoreService().open(new StoreLocation.Server(address(server.port()), fingerprint, account,
                password.toCharArray()), NONE);
    }

    static ServerAddress address(int port) {
        return new ServerAddress(ServerAddress.Kind.HUBMARK, List.of(new Endpoint("localhost", port)), DATABASE);
    }

    /** A plain client that trusts the server. */
    static Connection connect(String database, String account, String settings) throws SQLException {
        TeamTls.install().pin(new Endpoint("localhost", server.port()), server.fingerprint());
        return DriverManager.getConnection("jdbc:h2:ssl://localhost:" + server.port() + "/" + database + settings,
                account, PASSWORD);
    }
}
