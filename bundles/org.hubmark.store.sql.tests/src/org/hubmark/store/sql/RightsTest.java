package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.ChangeSetCodec;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plain SQL client can do that has joined the open database with the account of a member. */
@ExtendWith(NoErrorsLogged.class)
class RightsTest {

    private final Sample sample = new Sample();
    @TempDir
    private Path folder;
    private AnnotationStore store;
    private Connection client;

    @BeforeEach
    void open() throws Exception {
        store = new SqlStoreService().open(new StoreLocation.Embedded(folder.resolve("hubs"), true),
                new NullProgressMonitor());
        store.commit(sample.start(), new NullProgressMonitor());
        client = new H2File(folder.toRealPath().resolve("hubs")).member();
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into object (id) values (random_uuid())", "update project set revision = 9",
            "delete from revision", "update member set role = 'administrator'", "delete from feature_value",
            "insert into revision (author) values ('somebody else')", "truncate table change_log",
            "insert into edition_text (text) values ('x')", "drop view v_hub", "create table t (i int)",
            "create alias f for 'java.lang.System.exit'", "set write_delay 1000", "shutdown",
            "grant hubmark_member to public", "create user x password 'x'", "script"})
    void nothingCanBeWrittenPastTheDoor(String sql) {
        assertThrows(SQLException.class, () -> H2File.run(client, sql));
    }

    @Test
    void theAuthorIsTheAccountWhateverThePayloadSays() throws Exception {
        String payload = ChangeSetCodec.write(sample.set(1, create(sample.hub("甲"))));
        try (PreparedStatement call = client.prepareStatement("call commit_change_set(?)")) {
            call.setObject(1, new String[] {payload});
            call.execute();
            call.setObject(1, new String[] {payload.replaceFirst("\\{", "{\"author\":\"somebody else\",")});
            var row = call.executeQuery();
            row.next();
            assertTrue(row.getString(1).contains("MALFORMED"), row.getString(1));
        }
        List<Revision> log = store.since(sample.project, 0, new NullProgressMonitor()).toList();
        assertEquals(List.of(store.member(), store.member()), log.stream().map(Revision::author).toList());
    }

    @Test
    void anAccountThatIsNoMemberGetsNoFurther() throws Exception {
        H2File file = new H2File(folder.toRealPath().resolve("hubs"));
        try (Connection queries = file.queries().getConnection();
                PreparedStatement call = queries.prepareStatement("call commit_change_set(?)")) {
            call.setObject(1, new String[] {ChangeSetCodec.write(sample.set(1, create(sample.hub("甲"))))});
            var row = call.executeQuery();
            row.next();
            assertTrue(row.getString(1).contains("MEMBER_UNKNOWN"), row.getString(1));
        }
        assertEquals(1, store.since(sample.project, 0, new NullProgressMonitor()).toList().size());
    }

    @Test
    void theViewsAreThereForAnSqlClientAndSayWhatTheyAre() throws Exception {
        try (var statement = client.createStatement(); var row = statement.executeQuery("""
                select count(*), count(remarks) from information_schema.tables
                where table_schema = 'PUBLIC' and table_name like 'V\\_%' escape '\\'""")) {
            row.next();
            assertEquals(40, row.getInt(1));
            assertEquals(40, row.getInt(2));
        }
    }
}
