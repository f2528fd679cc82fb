package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

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
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an analyst and a reader can do with a plain SQL client. */
class ServerAttacksTest extends AttackedServer {

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
        "runscript from '/etc/passwd'", "runscript from 'http://localhost/x.sql'", "script",
        "script to '/tmp/hubmark-attack'", "backup to '/tmp/hubmark-attack'", "shutdown", "shutdown immediately", "set write_delay 1000",
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
