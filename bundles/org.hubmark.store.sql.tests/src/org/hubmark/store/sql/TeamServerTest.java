package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.server.RunningServer;
import org.hubmark.core.server.ServerSettings;
import org.hubmark.core.server.ServerStatus;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server and its folder, for those who look after it. */
@ExtendWith(NoErrorsLogged.class)
class TeamServerTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();

    private final Sample sample = new Sample();
    @TempDir
    private Path folder;
    private Path base;
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        base = folder.resolve("base");
        server = TestServer.start(base);
        server.create("hubs");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nobodyButTheOwnerMayReadWhatIsInTheBase() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "other permissions");
        for (String name : List.of("", "databases", "backups", "work")) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(base.resolve(name))));
        }
        for (String name : List.of("server.p12", "server.control", "databases/hubs.access")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(base.resolve(name))));
        }
        Path copy = new SqlTeamServers().backup(base, "hubs", NONE);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
    }

    @Test
    void theCertificateStaysTheSameUntilItIsTakenAway() throws Exception {
        String before = server.status().fingerprint();
        server.close();
        server = TestServer.start(base);
        assertEquals(before, server.status().fingerprint());
        server.close();
        Files.delete(base.resolve("server.p12"));
        server = TestServer.start(base);
        assertNotEquals(before, server.status().fingerprint());
    }

    @Test
    void theStatusNamesWhoIsConnectedAndHowFarProjectsAre() throws Exception {
        try (AnnotationStore store = server.open("hubs")) {
            store.commit(sample.start(), NONE);
            ServerStatus status = new SqlTeamServers().status(base, NONE);
            ServerStatus.Served hubs = status.databases().getFirst();
            assertEquals(List.of("Grace"), hubs.members());
            assertEquals(1, hubs.projects().getFirst().revision());
            assertTrue(status.connections() > 0 && hubs.bytes() > 0, status.toString());
        }
    }

    @Test
    void aBaseHasOneServerAndAPortOneProgram() throws Exception {
        assertEquals(Kind.REFUSED, assertThrows(StoreException.class, () -> TestServer.start(base)).kind());
        int port = server.status().port();
        StoreException used = assertThrows(StoreException.class, () -> TestServer.start(folder.resolve("other"), port));
        assertTrue(used.getMessage().contains(String.valueOf(port)), used.getMessage());
        TestServer.start(folder.resolve("other")).close();
    }

    @Test
    void whoDoesNotKnowTheSecretAsksInVain() throws Exception {
        List<String> lines = Files.readAllLines(base.resolve("server.control"));
        Path forged = Files.write(folder.resolve("forged"), List.of(lines.getFirst(), "0".repeat(48)));
        for (ControlRequest.Task task : ControlRequest.Task.values()) {
            assertThrows(StoreException.class, () -> ControlSocket.ask(forged, ControlRequest.of(task, "hubs")));
        }
        assertEquals(1, server.status().databases().size());
    }

    @Test
    void aClientThatIsOlderOrNewerThanTheServerIsToldSo() throws Exception {
        DatabaseFile file = ServerFolder.make(base).database("hubs");
        try (Connection owner = file.owner(";DB_CLOSE_ON_EXIT=FALSE", file.access()).getConnection()) {
            H2File.run(owner, """
                    insert into "flyway_schema_history" select 99, '99', 'future', 'SQL', 'V99__future.sql', 0, 'x',
                    current_timestamp, 1, true""");
            assertVersion("99");
            H2File.run(owner, "delete from \"flyway_schema_history\" where \"version\" in ('99', '"
                    + Schema.H2.newest() + "')");
            assertVersion(String.valueOf(Schema.H2.newest() - 1));
        }
    }

    private void assertVersion(String version) {
        StoreException failure = assertThrows(StoreException.class, () -> server.open("hubs"));
        assertEquals(Kind.VERSION, failure.kind());
        assertTrue(failure.getMessage().contains(version), failure.getMessage());
    }

    @Test
    void whoIsRemovedKnowsNoPasswordAnyMore() throws Exception {
        try (AnnotationStore store = server.open("hubs")) {
            store.commit(sample.start(), NONE);
            store.members().create(new Member("lin", "林晓", Role.ANALYST), TestServer.PASSWORD.toCharArray(), NONE);
            String queries;
            try (Connection lin = server.connect("hubs", "lin", TestServer.PASSWORD, "");
                    ResultSet row = lin.createStatement().executeQuery("select content from setting")) {
                row.next();
                queries = row.getString(1);
            }
            server.connect("hubs", "hubmark_queries", queries, "").close();
            assertEquals(0, hubs(store));
            store.members().remove("LIN", NONE);
            assertThrows(SQLException.class, () -> server.connect("hubs", "hubmark_queries", queries, ""));
            assertEquals(0, hubs(store), "who is still a member may ask");
        }
    }

    private int hubs(AnnotationStore store) throws StoreException {
        return store.query(sample.project, "select * from v_hub where project = :project", Map.of(), 10, NONE).rows()
                .size();
    }

    @Test
    void aQueryThatTakesTooLongIsCancelledAtTheServer() throws Exception {
        try (AnnotationStore store = server.open("hubs")) {
            store.commit(sample.start(), NONE);
            for (int i = 0; i < 60; i++) {
                store.commit(sample.set(1, create(sample.hub("枢纽" + i))), NONE);
            }
            AtomicInteger looks = new AtomicInteger();
            NullProgressMonitor monitor = new NullProgressMonitor() {
                @Override
                public boolean isCanceled() {
                    return looks.incrementAndGet() > 3;
                }
            };
            assertThrows(OperationCanceledException.class, () -> store.query(sample.project, """
                    select count(*) from v_hub a, v_hub b, v_hub c, v_hub d, v_hub e
                    where a.name_zh || b.name_zh || c.name_zh || d.name_zh || e.name_zh = 'x'""", Map.of(), 5, monitor));
        }
    }

    @Test
    void backupsAreMadeInTimeIfSomethingHasChangedAndTheOldOnesGo() throws Exception {
        server.close();
        Path own = folder.resolve("own");
        ServerSettings often = new ServerSettings(own, null, 0, TestServer.MOST, Duration.ofMillis(50), 2);
        new SqlTeamServers().create(own, "hubs", new Member("grace", "Grace", Role.ADMINISTRATOR),
                TestServer.PASSWORD.toCharArray(), NONE);
        TestServer second = new TestServer(own, new SqlTeamServers().start(often, NONE));
        try (RunningServer running = second.running(); AnnotationStore store = second.open("hubs")) {
            store.commit(sample.start(), NONE);
            Path last = await(own, null);
            for (int i = 0; i < 3; i++) {
                store.commit(sample.set(1, create(sample.hub("枢纽" + i))), NONE);
                last = await(own, last);
            }
        }
        assertEquals(2, copies(own).size());
    }

    /** The newest copy, as soon as it is another than this. */
    private static Path await(Path own, Path before) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            List<Path> all = copies(own);
            if (!all.isEmpty() && !all.getLast().equals(before)) {
                return all.getLast();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new AssertionError("no backup within a minute");
    }

    private static List<Path> copies(Path own) throws Exception {
        try (Stream<Path> files = Files.list(own.resolve("backups"))) {
            return files.sorted().toList();
        }
    }
}
