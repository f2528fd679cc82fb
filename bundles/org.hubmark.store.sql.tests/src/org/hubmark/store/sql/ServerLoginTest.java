package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.h2.tools.Server;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.ServerAddress.Endpoint;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.core.store.StoreLocation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody can do who reaches a server and may be nobody: which logins get through, and what the others are told. */
class ServerLoginTest extends AttackedServer {

    private static final Path TRACES = Path.of(System.getProperty("h2.clientTraceDirectory", "trace.db"));

    /** Asked for a trace, H2's client begins one of its own in the working folder before it asks the server. */
    @AfterAll
    static void noTraceOfTheClientStays() throws IOException {
        if (Files.isDirectory(TRACES)) {
            try (DirectoryStream<Path> traces = Files.newDirectoryStream(TRACES, DATABASE + ".*.trace.db")) {
                for (Path trace : traces) {
                    Files.delete(trace);
                }
            }
            try (Stream<Path> others = Files.list(TRACES)) {
                if (others.findAny().isEmpty()) {
                    Files.delete(TRACES);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";INIT=create table x(i int)", ";INIT=RUNSCRIPT FROM '/etc/passwd'", ";WRITE_DELAY=1000",
        ";REUSE_SPACE=TRUE", ";MAX_COMPACT_TIME=1000", ";AUTO_COMPACT_FILL_RATE=90", ";ACCESS_MODE_DATA=r",
        ";OPEN_NEW=TRUE;FILE_LOCK=NO", ";DATABASE_EVENT_LISTENER='java.lang.Object'", ";TRACE_LEVEL_FILE=3",
        ";AUTHREALM=x", ";JMX=TRUE", ";CLUSTER='x'", ";MODE=MySQL", ";CACHE_SIZE=1", ";RECOVER=1", ";LOG=0",
        ";LOCK_MODE=0", ";FORBID_CREATION=FALSE", ";AUTO_SERVER=TRUE", ";DB_CLOSE_ON_EXIT=FALSE",
        ";JAVA_OBJECT_SERIALIZER='x'", ";UNDO_LOG=0", ";MV_STORE=FALSE", ";DEFRAG_ALWAYS=TRUE", ";COMPRESS=TRUE", ";ALLOW_LITERALS=NONE"})
    void noSettingOfAClientGetsPastTheGate(String settings) {
        SQLException refused = assertThrows(SQLException.class, () -> connect(DATABASE, "grace", settings).close());
        assertTrue(refused.getMessage().contains("etting") || refused.getMessage().contains("already in use"),
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "../hubs", "../databases/hubs", "./hubs", "/tmp/hubmark-attack", "~/hubmark-attack",
        "mem:x", "nio:hubs", "nioMapped:hubs", "async:hubs", "split:hubs", "retry:hubs", "zip:../backups/x.zip!/hubs",
        "memFS:x", "nioMemFS:x", "classpath:x", "file:hubs", "hubs.mv.db", "HUBS", "tcp://localhost/hubs",
        "mem:management_db_", "new", ""})
    void nothingButWhatIsServedCanBeOpenedOrMade(String name) {
        String database = name.equals("mem:management_db_") ? name + server.port() : name;
        for (String settings : List.of("", ";IFEXISTS=FALSE")) {
            assertThrows(SQLException.class, () -> connect(database, "grace", settings).close());
            assertThrows(SQLException.class, () -> connect(database, "", settings).close());
        }
    }

    @Test
    void theAccountThatOwnsTheTablesDoesNotComeFromOutside() throws Exception {
        String password = AccessFile.read(base.resolve("databases/hubs.access")).owner();
        TeamTls.install().pin(new Endpoint("localhost", server.port()), server.fingerprint());
        assertThrows(SQLException.class, () -> DriverManager.getConnection("jdbc:h2:ssl://localhost:" + server.port()
                + "/hubs", AccessFile.OWNER, password));
        assertThrows(SQLException.class, () -> DriverManager.getConnection("jdbc:h2:ssl://localhost:" + server.port()
                + "/hubs", AccessFile.OWNER.toLowerCase(), password));
    }

    @Test
    void eachWrongWayInIsSaidToBeWhatItIs() throws Exception {
        assertFailure(Kind.REFUSED, () -> open("lin", "wrong password"), "");
        assertFailure(Kind.REFUSED, () -> open("nobody", PASSWORD), "");
        assertFailure(Kind.REFUSED, () -> open("lin", PASSWORD, "00".repeat(32)), server.fingerprint());
        assertFailure(Kind.REFUSED, () -> open("lin", PASSWORD, null), "localhost");
        assertFailure(Kind.OFFLINE, () -> new SqlStoreService().open(new StoreLocation.Server(new ServerAddress(
                ServerAddress.Kind.HUBMARK, List.of(new Endpoint("localhost", server.port())), "other"),
                server.fingerprint(), "lin", PASSWORD.toCharArray()), NONE), "other");
        try (var free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            assertFailure(Kind.OFFLINE, () -> new SqlStoreService().fingerprint(address(port), NONE), "");
        }
        assertEquals(server.fingerprint(), new SqlStoreService().fingerprint(address(server.port()), NONE));
    }

    private static void assertFailure(Kind kind, Executable call, String says) {
        StoreException failure = assertThrows(StoreException.class, call);
        assertEquals(kind, failure.kind(), failure.getMessage());
        assertTrue(failure.getMessage().contains(says), failure.getMessage());
    }

    /** As Java does when it closes a connection that is not yet safe: it says that its user has cancelled. */
    @Test
    void aServerThatStopsBeforeTheConnectionIsSafeIsNotReachableNow() throws Exception {
        HexFormat hex = HexFormat.of();
        try (ServerSocket stopping = new ServerSocket(0); var threads = Executors.newSingleThreadExecutor()) {
            for (String pin : List.of(server.fingerprint(), "")) {
                var answer = threads.submit(() -> {
                    try (Socket client = stopping.accept()) {
                        client.getInputStream().read(new byte[4096]);
                        client.getOutputStream().write(hex.parseHex("1503030002015a" + "15030300020100"));
                    }
                    return null;
                });
                assertFailure(Kind.OFFLINE, () -> new SqlStoreService().open(new StoreLocation.Server(
                        address(stopping.getLocalPort()), pin.isEmpty() ? null : pin, "lin", PASSWORD.toCharArray()), NONE), "");
                answer.get();
            }
        }
    }

    @Test
    void whoeverSpeaksNoTlsHearsNothing() throws Exception {
        assertThrows(SQLException.class, () -> DriverManager.getConnection("jdbc:h2:tcp://localhost:" + server.port()
                + "/hubs", "lin", PASSWORD));
    }

    @Test
    void aServerWithoutTlsIsToldNothing() throws Exception {
        Server plain = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-baseDir", folder.toString()).start();
        try {
            assertFailure(Kind.REFUSED, () -> new SqlStoreService().open(new StoreLocation.Server(
                    address(plain.getPort()), server.fingerprint(), "lin", PASSWORD.toCharArray()), NONE), "TLS");
            assertFailure(Kind.REFUSED, () -> new SqlStoreService().fingerprint(address(plain.getPort()), NONE), "TLS");
        } finally {
            plain.stop();
        }
    }

    @Test
    void nonsenseInsteadOfALoginEndsOnlyTheConnection() throws Exception {
        TeamTls.install().pin(new Endpoint("localhost", server.port()), server.fingerprint());
        for (int[] words : List.of(new int[] {17, 21, Integer.MAX_VALUE}, new int[] {-1, -1, -1, -1, -1, 99},
                new int[] {17, 21, 1 << 30, 0, 0}, new int[] {0}, new int[] {17, 21, -1, -1, -1, 14})) {
            try (Socket socket = SSLSocketFactory.getDefault().createSocket("localhost", server.port())) {
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                for (int word : words) {
                    out.writeInt(word);
                }
                out.flush();
                ((SSLSocket) socket).shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                assertFalse(e.getMessage().contains("certificate"), e.getMessage());
            }
        }
    }

    @Test
    void oneTooManyIsToldSoAndTheOthersWorkOn() throws Exception {
        List<Connection> all = new ArrayList<>();
        try {
            SQLException refused = null;
            while (refused == null && all.size() <= TestServer.MOST) {
                try {
                    all.add(connect(DATABASE, "lin", ""));
                } catch (SQLException e) {
                    refused = e;
                }
            }
            assertTrue(refused.getMessage().contains(String.valueOf(TestServer.MOST)), refused.getMessage());
            H2File.run(all.getFirst(), "select count(*) from v_hub");
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }
}
