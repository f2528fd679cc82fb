package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.h2.tools.Server;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ChangeSetCodec;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody can do who reaches a server with a plain SQL client or less: as an analyst, a reader, or nobody. */
@ExtendWith(NoErrorsLogged.class)
class ServerAttacksTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    private static final String PASSWORD = "quiet harbour";
    private static final String DATABASE = "hubs";
    private static final Sample SAMPLE = new Sample();

    @TempDir
    private static Path folder;
    private static Path base;
    private static ServingProcess.Child server;
    private static AnnotationStore administrator;
    private static List<Revision> log;

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
    void nothingHasChanged() throws Exception {
        assertEquals(log, administrator.since(SAMPLE.project, 0, NONE).toList().subList(0, log.size()));
        assertEquals(List.of(Role.ADMINISTRATOR, Role.ANALYST, Role.READER),
                administrator.members().all(NONE).stream().map(Member::role).sorted(java.util.Comparator.reverseOrder()).toList());
        try (Stream<Path> files = Files.list(base.resolve("databases"))) {
            assertEquals(List.of("hubs.access", "hubs.journal", "hubs.mv.db"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    private static AnnotationStore open(String account, String password) throws StoreException {
        return open(account, password, server.fingerprint());
    }

    private static AnnotationStore open(String account, String password, String fingerprint) throws StoreException {
        return new SqlStoreService().open(new StoreLocation.Server(address(server.port()), fingerprint, account,
                password.toCharArray()), NONE);
    }

    private static ServerAddress address(int port) {
        return new ServerAddress(ServerAddress.Kind.HUBMARK, List.of(new Endpoint("localhost", port)), DATABASE);
    }

    /** A plain client that trusts the server. */
    private static Connection connect(String database, String account, String settings) throws SQLException {
        TeamTls.install().pin(new Endpoint("localhost", server.port()), server.fingerprint());
        return DriverManager.getConnection("jdbc:h2:ssl://localhost:" + server.port() + "/" + database + settings,
                account, PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "delete from revision", "update revision set author = 'Grace'", "update revision set committed_at = now()",
        "delete from change_log", "update change_log set new_value = '1'", "truncate table change_log",
        "insert into revision (author) values ('Grace')", "insert into object (id) values (random_uuid())",
        "update member set role = 'administrator'", "insert into member values ('X', null, 'X', 'curator')",
        "merge into member values ('LIN', null, 'X', 'administrator')", "update setting set content = 'x'",
        "alter user lin admin true", "alter user grace set password 'x'", "drop user grace",
        "create user x password 'x' admin", "grant all on revision to lin", "grant select on revision to public",
        "grant alter any schema to lin", "create role x", "create schema x", "create table t (i int)",
        "create view x as select 1", "create sequence s", "create domain d as int", "create constant c value 1",
        "create alias f for 'java.lang.System.exit'", "create alias g as 'int g() { return 1; }'",
        "create trigger t before insert on revision call 'x'", "create aggregate a for 'x'",
        "create linked table l ('', 'jdbc:h2:mem:x', '', '', 't')", "drop view v_hub", "drop all objects",
        "call file_read('/etc/passwd')", "call file_read('classpath:/META-INF/MANIFEST.MF')",
        "call file_write('x', '/tmp/hubmark-attack')", "select * from csvread('/etc/passwd')",
        "call csvwrite('/tmp/hubmark-attack', 'select 1')", "call link_schema('x', '', 'jdbc:h2:mem:y', '', '', 'z')",
        "runscript from '/etc/passwd'", "runscript from 'http://localhost/x.sql'", "script", "script to '/tmp/hubmark-attack'",
        "backup to '/tmp/hubmark-attack'", "shutdown", "shutdown immediately", "set write_delay 1000",
        "set exclusive 1", "set db_close_delay -1", "set trace_level_file 3", "set max_log_size 1", "set mode mysql",
        "set cluster 'x'", "set database_event_listener 'x'", "set authenticator true", "set allow_literals none",
        "set java_object_serializer 'x'", "call abort_session(1)", "call cancel_session(1)",
        "execute immediate 'delete from revision'", "alter table revision drop column author",
        "comment on table revision is 'x'", "analyze", "set default_lock_timeout 1", "set retention_time 0",
        "with t(x) as (select 1) delete from revision"})
    void anAnalystWithAPlainClientGetsNoFurtherThanTheDoor(String sql) throws Exception {
        for (String account : List.of("lin", "rea")) {
            try (Connection client = connect(DATABASE, account, "")) {
                assertThrows(SQLException.class, () -> H2File.run(client, sql), account);
            }
        }
        assertFalse(Files.exists(Path.of("/tmp/hubmark-attack")));
    }

    @Test
    void aReaderWhoLocksRowsDoesNotKeepTheDoorWaiting() throws Exception {
        try (Connection reader = connect(DATABASE, "rea", "")) {
            reader.setAutoCommit(false);
            H2File.run(reader, "select * from project for update");
            H2File.run(reader, "select * from object for update");
            assertInstanceOf(CommitResult.Accepted.class,
                    administrator.commit(SAMPLE.by(Ids.next(), 2, create(SAMPLE.hub("戊"))), NONE));
            assertThrows(SQLException.class, () -> H2File.run(reader, "select 1"));
        }
    }

    @Test
    void nobodyReadsTheTableOfAccountsOrWhatOthersAreDoing() throws Exception {
        try (Connection client = connect(DATABASE, "lin", ""); var statement = client.createStatement()) {
            ResultSet users = statement.executeQuery("select user_name from information_schema.users");
            List<String> seen = new ArrayList<>();
            while (users.next()) {
                seen.add(users.getString(1));
            }
            assertTrue(Set.of("LIN").containsAll(seen), seen.toString());
            ResultSet sessions = statement.executeQuery("select distinct user_name from information_schema.sessions");
            while (sessions.next()) {
                assertEquals("LIN", sessions.getString(1));
            }
        }
    }

    @Test
    void theDoorNamesTheAccountAsAuthorAndTakesAChangeSetOnce() throws Exception {
        ChangeSet changes = SAMPLE.set(2, create(SAMPLE.hub("乙")));
        String payload = ChangeSetCodec.write(changes);
        try (Connection client = connect(DATABASE, "lin", "")) {
            String first = commit(client, payload);
            assertEquals(first, commit(client, payload));
            assertTrue(commit(client, payload.replaceFirst("\\{", "{\"author\":\"Grace\",")).contains("MALFORMED"));
            assertTrue(commit(client, "no JSON at all").contains("MALFORMED"));
            assertTrue(commit(client, "{}").contains("MALFORMED"));
            assertTrue(commit(client, "[".repeat(100_000)).contains("MALFORMED"));
        }
        long number = administrator.revisionOf(changes.id(), NONE).orElseThrow();
        Revision made = administrator.since(SAMPLE.project, number - 1, NONE).next();
        assertEquals("林晓", made.author());
    }

    private static String commit(Connection client, String payload) throws SQLException {
        try (PreparedStatement call = client.prepareStatement("call commit_change_set(?)")) {
            call.setObject(1, new String[] {payload});
            ResultSet row = call.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void aReaderChangesNothingAndNobodyGivesThemselvesARole() throws Exception {
        try (Connection reader = connect(DATABASE, "rea", "")) {
            assertTrue(commit(reader, ChangeSetCodec.write(SAMPLE.set(2, create(SAMPLE.hub("丙"))))).contains("ROLE"));
            assertTrue(ask(reader, "call keep_text('x', 'x', 'x', X'00')").contains("ROLE"));
        }
        try (Connection analyst = connect(DATABASE, "lin", "")) {
            for (String request : List.of("{\"change\":{\"account\":\"LIN\",\"name\":\"x\",\"role\":\"administrator\"}}",
                    "{\"create\":{\"account\":\"X\",\"name\":\"x\",\"role\":\"curator\",\"password\":\"12345678\"}}",
                    "{\"remove\":{\"account\":\"GRACE\"}}", "{\"password\":{\"account\":\"GRACE\",\"password\":\"12345678\"}}")) {
                assertTrue(ask(analyst, "call administer_members('" + request + "')").contains("ADMINISTRATORS"), request);
            }
            assertTrue(ask(analyst, "call replay_revisions(array['[]', ''])").contains("ADMINISTRATORS"));
        }
    }

    private static String ask(Connection client, String sql) throws SQLException {
        try (var statement = client.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {";INIT=create table x(i int)", ";INIT=RUNSCRIPT FROM '/etc/passwd'", ";WRITE_DELAY=1000",
        ";REUSE_SPACE=TRUE", ";MAX_COMPACT_TIME=1000", ";AUTO_COMPACT_FILL_RATE=90", ";ACCESS_MODE_DATA=r",
        ";OPEN_NEW=TRUE;FILE_LOCK=NO", ";DATABASE_EVENT_LISTENER='java.lang.Object'", ";TRACE_LEVEL_FILE=3",
        ";AUTHREALM=x", ";JMX=TRUE", ";CLUSTER='x'", ";MODE=MySQL", ";CACHE_SIZE=1", ";RECOVER=1", ";LOG=0", ";LOCK_MODE=0",
        ";FORBID_CREATION=FALSE", ";AUTO_SERVER=TRUE", ";DB_CLOSE_ON_EXIT=FALSE", ";JAVA_OBJECT_SERIALIZER='x'",
        ";UNDO_LOG=0", ";MV_STORE=FALSE", ";DEFRAG_ALWAYS=TRUE", ";COMPRESS=TRUE", ";ALLOW_LITERALS=NONE"})
    void noSettingOfAClientGetsPastTheGate(String settings) {
        SQLException refused = assertThrows(SQLException.class, () -> connect(DATABASE, "grace", settings).close());
        assertTrue(refused.getMessage().contains("etting") || refused.getMessage().contains("already in use"),
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "../hubs", "../databases/hubs", "./hubs", "/tmp/hubmark-attack", "~/hubmark-attack",
        "mem:x", "nio:hubs", "nioMapped:hubs", "async:hubs", "split:hubs", "retry:hubs", "zip:../backups/x.zip!/hubs",
        "memFS:x", "nioMemFS:x", "classpath:x", "file:hubs", "hubs.mv.db", "HUBS", "tcp://localhost/hubs", "mem:management_db_",
        "new", ""})
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
        try (var free = new java.net.ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            assertFailure(Kind.OFFLINE, () -> new SqlStoreService().fingerprint(address(port), NONE), "");
        }
        assertEquals(server.fingerprint(), new SqlStoreService().fingerprint(address(server.port()), NONE));
    }

    private static void assertFailure(Kind kind, org.junit.jupiter.api.function.Executable call, String says) {
        StoreException failure = assertThrows(StoreException.class, call);
        assertEquals(kind, failure.kind(), failure.getMessage());
        assertTrue(failure.getMessage().contains(says), failure.getMessage());
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
            ask(all.getFirst(), "select count(*) from v_hub");
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    @Test
    void sqlInATextIsAText() throws Exception {
        String text = "'; drop table object; -- \" ${x} {1} \\ $$";
        try (AnnotationStore analyst = open("lin", PASSWORD)) {
            ObjectState plain = SAMPLE.hub("丁");
            ObjectState hub = new ObjectState(plain.id(), plain.type(), plain.placement(),
                    Map.of("nameZh", Value.of(text), "nameEn", Value.of(text), "key", Value.of(text)),
                    Map.of("aliases", Set.of(Value.of(text))));
            ChangeSet changes = new ChangeSet(Ids.next(), SAMPLE.project, Ids.next(), 2, text, null,
                    List.of(create(hub)));
            assertInstanceOf(CommitResult.Accepted.class, analyst.commit(changes, NONE));
            assertEquals(text, analyst.open(SAMPLE.project, OptionalLong.empty(), NONE).objects().stream()
                    .filter(o -> o.id().equals(hub.id())).findFirst().orElseThrow().text("nameEn"));
            assertEquals(1, analyst.query(SAMPLE.project, "select id from v_hub where name_en = :name",
                    Map.of("name", text), 5, NONE).rows().size());
            assertEquals(Kind.REFUSED, assertThrows(StoreException.class, () -> administrator.members()
                    .create(new Member(text, text, Role.READER), PASSWORD.toCharArray(), NONE)).kind());
        }
        assertTrue(administrator.projects(NONE).size() == 1);
    }
}
