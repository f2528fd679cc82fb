package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.ChangeSetCodec;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Presence.Place;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.Role;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plain SQL client can do that logs in with the account of an analyst, or of a reader. */
@ExtendWith(NoErrorsLogged.class)
class PostgresRightsTest {

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    private static final NullProgressMonitor NONE = new NullProgressMonitor();

    private final Sample sample = new Sample();
    private AnnotationStore store;
    private Connection analyst;
    private Connection reader;

    @BeforeEach
    void open() throws Exception {
        store = SERVER.store("ada", PostgresServer.PASSWORD);
        store.commit(sample.start(), NONE);
        analyst = client(Role.ANALYST);
        reader = client(Role.READER);
    }

    private Connection client(Role role) throws Exception {
        store.members().create(new Member(role.word(), role.word(), role), PostgresServer.PASSWORD.toCharArray(), NONE);
        return SERVER.connect(role.word(), PostgresServer.PASSWORD);
    }

    @AfterEach
    void close() throws Exception {
        analyst.close();
        reader.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into object (id) values (gen_random_uuid())", "update project set revision = 9",
            "delete from revision", "update member set role = 'administrator'", "delete from feature_value",
            "insert into revision (author) values ('somebody else')", "truncate table change_log",
            "insert into edition_text (text) values ('x')", "insert into presence (name) values ('x')",
            "select * from presence", "update setting set content = 'x'", "insert into v_project (name) values ('x')",
            "update flyway_schema_history set success = false", "drop view v_hub", "drop table revision",
            "alter table revision disable trigger all", "create table t (i int)", "create temporary table t (i int)",
            "create table public.t (i int)", "create schema mine", "select 1 into t",
            "create function f() returns int language sql as 'select 1'", "create view v as select 1",
            "create function pg_temp.f() returns int language sql as 'select 1'", "lock table revision in exclusive mode",
            "select * from project for update", "create rule r as on insert to v_project do instead nothing",
            "create trigger t before delete on revision execute function hubmark_door.refuse()",
            "create extension file_fdw", "create event trigger e on ddl_command_end execute function f()",
            "alter function commit_change_set(text) reset all", "drop function commit_change_set(text)",
            "create or replace function commit_change_set(payload text) returns text language sql as 'select 1'",
            "comment on table revision is 'mine'", "select lo_create(0)", "select lo_from_bytea(0, 'x')",
            "insert into hubmark_door.waiting (account) values ('ada')", "select * from hubmark_door.waiting",
            "select nextval('turns')", "select setval('turns', 1)"})
    void nothingCanBeWrittenPastTheDoor(String sql) {
        assertRefused(analyst, sql);
        assertRefused(reader, sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"set role hubmark_owner", "set session authorization ada", "grant hubmark_owner to analyst",
            "create role x", "alter role ada password 'stolen'", "alter role analyst createrole", "drop role ada",
            "alter role analyst superuser", "select hubmark_door.item('1')",
            "select hubmark_door.create_account('x', '{}')", "select hubmark_door.add_member('analyst', 'x', 'curator')",
            "select hubmark_door.make_revision('{}', 0, 'somebody else', now(), false)",
            "select hubmark_door.make_together(null, null, null, 0)", "revoke hubmark_member from ada",
            "alter system set fsync = off", "select pg_reload_conf()", "alter database postgres owner to analyst", "security label on table revision is 'x'",
            "reassign owned by hubmark_owner to analyst", "select rolpassword from pg_authid"})
    void nobodyBecomesMoreThanTheRoleGiven(String sql) {
        assertRefused(analyst, sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"select pg_read_file('/etc/hostname')", "select pg_ls_dir('/')",
            "copy project to '/tmp/hubmark-stolen'", "copy project to program 'cat'", "copy project from '/etc/hostname'",
            "select lo_import('/etc/hostname')", "select pg_read_binary_file('PG_VERSION')", "do language plpython3u ''",
            "load 'plperl'", "select dblink('', '')"})
    void nothingOutsideTheDatabaseIsReached(String sql) {
        assertRefused(analyst, sql);
    }

    /** PostgreSQL only warns that nothing was granted. */
    @Test
    void whoHasNoRightGivesNone() throws Exception {
        try (Statement statement = analyst.createStatement()) {
            statement.execute("grant all on revision to analyst");
        }
        assertRefused(analyst, "delete from revision");
    }

    private static void assertRefused(Connection client, String sql) {
        assertThrows(SQLException.class, () -> {
            try (Statement statement = client.createStatement()) {
                statement.execute(sql);
            }
        }, sql);
    }

    @Test
    void theAuthorIsTheAccountAndTheTimeTheServersWhateverThePayloadSays() throws Exception {
        String payload = ChangeSetCodec.write(sample.set(1, create(sample.hub("甲"))));
        try (Statement statement = analyst.createStatement()) {
            statement.execute("set role hubmark_member");
            statement.execute("set search_path = public, pg_temp");
            statement.execute("set timezone = 'Pacific/Kiritimati'");
        }
        for (String name : List.of("author", "when", "number")) {
            assertTrue(call(analyst, "hubmark.commit_change_set",
                    payload.replaceFirst("\\{", "{\"" + name + "\":\"somebody else\",")).contains("MALFORMED"));
        }
        assertEquals("{\"accepted\":2}", call(analyst, "hubmark.commit_change_set", payload));
        List<Revision> log = store.since(sample.project, 0, NONE).toList();
        assertEquals(List.of("阿达", "analyst"), log.stream().map(Revision::author).toList());
    }

    @Test
    void aReaderWritesNothingAtAll() throws Exception {
        assertTrue(call(reader, "commit_change_set", ChangeSetCodec.write(sample.set(1, create(sample.hub("甲")))))
                .contains("ROLE"));
        assertTrue(call(reader, "replay_revisions", "[]").contains("ADMINISTRATORS"));
        assertTrue(call(reader, "administer_members", "{\"change\":{\"account\":\"reader\",\"name\":\"x\","
                + "\"role\":\"administrator\"}}").contains("ADMINISTRATORS"));
        try (PreparedStatement call = reader.prepareStatement("select keep_text('x', 'x', 'x', 'x')");
                ResultSet row = call.executeQuery()) {
            row.next();
            assertTrue(row.getString(1).contains("ROLE"));
        }
        assertEquals(1, store.since(sample.project, 0, NONE).toList().size());
    }

    @Test
    void anAccountThatIsNoMemberSeesNothing() throws Exception {
        SERVER.asSuperuser(List.of("create role stranger login password 'stranger'"));
        assertThrows(SQLException.class, () -> SERVER.connect("stranger", "stranger"));
    }

    @Test
    void somebodyElsesSignOfLifeCannotBeChanged() throws Exception {
        UUID client = UUID.randomUUID();
        store.announce(sample.project, client, Place.ANYWHERE, NONE);
        try (PreparedStatement call = reader.prepareStatement("select announce_presence(?, ?, false, null, null)")) {
            call.setObject(1, sample.project);
            call.setObject(2, client);
            call.execute();
        }
        assertTrue(call(reader, "present_members", sample.project).contains("阿达"));
    }

    @Test
    void theViewsAreThereForAnSqlClientAndSayWhatTheyAre() throws Exception {
        try (var statement = reader.createStatement(); var row = statement.executeQuery("""
                select count(*), count(obj_description(c.oid)), count(*) filter (where has_table_privilege(c.oid, 'select'))
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'hubmark' and c.relkind = 'v'""")) {
            row.next();
            assertEquals(List.of(40, 40, 40), List.of(row.getInt(1), row.getInt(2), row.getInt(3)));
        }
    }

    private static String call(Connection client, String function, Object parameter) throws SQLException {
        try (PreparedStatement call = client.prepareStatement("select " + function + "(?)")) {
            call.setObject(1, parameter);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
