package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.hubmark.testing.Sample.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ChangeSetCodec;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.CommitResult.Reason;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door in PL/pgSQL has to do as the one in Java does, besides what every store does. */
@ExtendWith(NoErrorsLogged.class)
class PostgresDoorTest {

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    private static final int MANY = 16;

    private final Sample sample = new Sample();
    private AnnotationStore store;

    @BeforeEach
    void open() throws Exception {
        store = SERVER.store("ada", PostgresServer.PASSWORD);
        store.commit(sample.start(), NONE);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\"label\":| \"lable\":", "\"base\":1| \"base\":1.5",
            "\"base\":1| \"base\":\"1\"", "\"base\":1| \"base\":99999999999999999999", "\"label\":\"| \"label\":null,\"x\":\"",
            "\"create\":| \"make\":", "\"create\":| \"x\":1,\"create\":", "\"type\":\"Hub\"| \"type\":1",
            "\"feature\":\"elements\"| \"feature\":\"\"", "\"order\":| \"ordre\":", "\"nameZh\":\"甲\"| \"nameZh\":null",
            "\"nameZh\":\"甲\"| \"nameZh\":[]", "\"nameZh\":\"甲\"| \"nameZh\":{\"ref\":\"x\"}",
            "\"nameZh\":\"甲\"| \"nameZh\":{\"ref\":\"00000000-0000-0000-0000-000000000000\",\"x\":1}",
            "\"nameZh\":\"甲\"| \"nameZh\":1e500", "\"nameZh\":\"甲\"| \"nameZh\":1e-101", "\"nameZh\":\"甲\"| \"nameZh\":NaN",
            "\"nameZh\":\"甲\"| \"nameZh\":\"\\u0000\"", "\"nameZh\":\"甲\"| \"nameZh\":\"\\ud800\"",
            "\"items\":{}| \"items\":{\"aliases\":\"a\"}", "\"items\":{}| \"items\":{\"aliases\":[null]}",
            "\"items\":{}| \"items\":[]", "\"items\":{}}}]}| \"items\":{}}}]} {}", "\"items\":{}| \"items\":{},\"more\":1",
            "\"client\":\"| \"client\":\"{", "\"changes\":[| \"changes\":[null,", "\"changes\":[| \"changes\":[{},"})
    void whatIsNoChangeSetIsRefused(String is, String becomes) throws Exception {
        String payload = ChangeSetCodec.write(sample.set(1, create(sample.hub("甲"))));
        assertTrue(payload.contains(is), payload);
        String answer;
        try {
            answer = commit(payload.replace(is, becomes));
        } catch (SQLException e) {
            answer = e.getSQLState().startsWith("22") ? "MALFORMED" : e.toString();
        }
        assertTrue(answer.contains("MALFORMED"), answer);
        assertEquals(1, store.since(sample.project, 0, NONE).toList().size());
        assertEquals(3, store.open(sample.project, OptionalLong.empty(), NONE).objects().size());
    }

    @Test
    void textsOfAMillionCharactersAreTooLongAndNamesOfAHundred() throws Exception {
        assertEquals(Reason.MALFORMED, refused(create(sample.hub("x".repeat(1_000_000)))));
        assertEquals(Reason.MALFORMED, refused(create(sample.element("Hub", "甲", Map.of("f".repeat(101), Value.of("x")),
                Map.of()))));
        accepted(sample.set(1, create(sample.hub("甲".repeat(400_000)))));
    }

    @Test
    void theLogIsWrittenAsTheCodecWritesIt() throws Exception {
        ObjectState hub = new ObjectState(Ids.next(), "Hub", new Placement(sample.model, "elements", "V"),
                Map.of("text", Value.of("新加坡 “𠀀”\n\t'x' \\ / \u0001 \" é"), "empty", Value.of(""), "size",
                        Value.of(new BigDecimal("-12.5")), "open", Value.of(false), "partOf", Value.ref(sample.model)),
                Map.of("aliases", Set.of(Value.of("狮城")), "hubs", Set.of(Value.ref(sample.codebook))));
        List<Change> changes = List.of(create(hub), put(hub.id(), "text", hub.text("text"), "乙"),
                new Change.Put(hub.id(), "size", Value.of(new BigDecimal("-12.5")), null),
                new Change.Add(hub.id(), "aliases", Value.of(7)), new Change.Remove(hub.id(), "aliases", Value.of(7)),
                new Change.Move(hub.id(), hub.placement(), new Placement(sample.model, "elements", "zz")));
        accepted(sample.set(1, changes));

        assertEquals(changes, store.since(sample.project, 1, NONE).next().changes());
        List<List<Object>> rows = store.query(sample.project, """
                select old_value, new_value from v_change where project = :project and revision = 2 order by position""",
                Map.of(), 10, NONE).rows();
        List<List<Object>> expected = new ArrayList<>();
        for (Change change : changes) {
            LogStep step = LogStep.of(change);
            List<Object> row = new ArrayList<>();
            Collections.addAll(row, step.old(), step.now());
            expected.add(row);
        }
        assertEquals(expected, rows);
    }

    /** Change sets that only create go a way of their own: what they leave in the log is the same. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLogOfCreationsIsWrittenAsTheCodecWritesIt(boolean onlyTexts) throws Exception {
        Map<String, Value> values = new HashMap<>(Map.of("text", Value.of("新加坡 “𠀀”\n\t'x' \\ / \u0001 \" é"), "empty",
                Value.of(""), "Zz", Value.of("z"), "aa", Value.of("a")));
        Map<String, Set<Value>> items = Map.of();
        if (!onlyTexts) {
            values.putAll(Map.of("size", Value.of(new BigDecimal("-12.50")), "open", Value.of(true), "partOf",
                    Value.ref(sample.model)));
            items = Map.of("aliases", Set.of(Value.of("狮城")), "hubs",
                    Set.of(Value.ref(sample.codebook)));
        }
        List<Change> changes = List.of(create(sample.element("Hub", "甲", values, items)), create(sample.hub("乙")));
        accepted(sample.set(1, changes));

        assertEquals(changes.stream().map(change -> LogStep.of(change).now()).toList(), store.query(sample.project,
                "select new_value from v_change where project = :project and revision = 2 order by position", Map.of(), 10,
                NONE).rows().stream().map(List::getFirst).toList());
        assertEquals(changes, store.since(sample.project, 1, NONE).next().changes());
    }

    /** Else each would be begun twice, and nothing but the benchmark would show it. */
    @Test
    void usualCreationsGoTheShortWay() throws Exception {
        SERVER.asSuperuser(List.of("alter role ada set track_functions = 'all'"));
        ObjectState more = new ObjectState(Ids.next(), "Hub", new Placement(sample.model, "elements", "V"),
                Map.of("size", Value.of(7), "open", Value.of(false), "partOf", Value.ref(sample.model)),
                Map.of("hubs", Set.of(Value.ref(sample.codebook))));
        try (Connection connection = SERVER.connect("ada", PostgresServer.PASSWORD)) {
            connection.setAutoCommit(false);
            for (ObjectState state : List.of(sample.hub("甲"), more)) {
                call(connection, "commit_change_set", ChangeSetCodec.write(sample.set(1, create(state))));
            }
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                    select string_agg(funcname || ' ' || calls, ', ' order by funcname) from pg_stat_xact_user_functions
                    where funcname in ('create_all', 'make_steps') and calls > 0""")) {
                row.next();
                assertEquals("create_all 2", row.getString(1));
            }
        } finally {
            SERVER.asSuperuser(List.of("alter role ada reset track_functions"));
        }
    }

    @Test
    @Timeout(60)
    void aChangeSetSentAgainWhileItIsBeingMadeIsAcceptedOnce() throws Exception {
        String payload = ChangeSetCodec.write(sample.set(1, create(sample.hub("甲"))));
        try (Connection first = SERVER.connect("ada", PostgresServer.PASSWORD);
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            first.setAutoCommit(false);
            String accepted = call(first, "commit_change_set", payload);
            Future<String> again = threads.submit(() -> commit(payload));
            SERVER.awaitWaiting(1);
            first.commit();
            assertEquals(accepted, again.get());
        }
        assertEquals(2, store.since(sample.project, 0, NONE).toList().size());
    }

    @Test
    void numbersAreComparedByTheirAmount() throws Exception {
        ObjectState hub = sample.element("Hub", "甲", Map.of("size", Value.of(new BigDecimal("1E+2"))), Map.of());
        accepted(sample.set(1, create(hub)));
        accepted(sample.by(Ids.next(), 1, new Change.Put(hub.id(), "size", Value.of(100), Value.of(new BigDecimal("1E-7")))));

        assertEquals(new Change.Put(hub.id(), "size", Value.of(100), Value.of(new BigDecimal("0.00000010"))),
                store.since(sample.project, 2, NONE).next().changes().getFirst());
    }

    @Test
    void theSameChangeSetSentByManyAtOnceHappensOnce() throws Exception {
        ChangeSet changes = sample.set(1, create(sample.hub("甲")));
        Sample other = new Sample();
        ChangeSet start = other.start();

        assertEquals(Set.of(2L), new HashSet<>(together(by -> accepted(by, changes))));
        assertEquals(Set.of(1L), new HashSet<>(together(by -> accepted(by, start))));
        assertEquals(2, store.since(sample.project, 0, NONE).toList().size());
    }

    @Test
    void manyOpenTheSameProjectAtOnceWhileOneWrites() throws Exception {
        List<Change> hubs = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            hubs.add(create(sample.hub("枢纽 " + i)));
        }
        accepted(sample.set(1, hubs));
        List<Long> sizes = together(by -> {
            accepted(by, sample.by(Ids.next(), 2, create(sample.hub("又一个"))));
            var snapshot = by.open(sample.project, OptionalLong.empty(), NONE);
            return snapshot.objects().size() - snapshot.revision();
        });
        assertEquals(Set.of(501L), new HashSet<>(sizes));
    }

    @Test
    void bothDoorsKnowWhatARecordIs() throws Exception {
        try (Connection connection = SERVER.connect(PostgresProcess.SUPERUSER, PostgresProcess.PASSWORD)) {
            for (String type : RecordTypes.ALL) {
                assertEquals("t", call(connection, "hubmark_door.is_record", type), type);
            }
            assertEquals("f", call(connection, "hubmark_door.is_record", "Hub"));
        }
    }

    private interface Work {
        long by(AnnotationStore by) throws Exception;
    }

    private List<Long> together(Work work) throws Exception {
        List<Long> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            Callable<Long> one = () -> {
                try (AnnotationStore own = SERVER.store("ada", PostgresServer.PASSWORD)) {
                    return work.by(own);
                }
            };
            for (var result : threads.invokeAll(Collections.nCopies(MANY, one))) {
                results.add(result.get());
            }
        }
        return results;
    }

    private long accepted(ChangeSet changes) throws Exception {
        return accepted(store, changes);
    }

    private static long accepted(AnnotationStore by, ChangeSet changes) throws Exception {
        return assertInstanceOf(CommitResult.Accepted.class, by.commit(changes, NONE)).revision();
    }

    private Reason refused(Change change) throws Exception {
        return assertInstanceOf(CommitResult.Refused.class, store.commit(sample.set(1, change), NONE)).reason();
    }

    private String commit(String payload) throws SQLException {
        try (Connection connection = SERVER.connect("ada", PostgresServer.PASSWORD)) {
            return call(connection, "commit_change_set", payload);
        }
    }

    private static String call(Connection connection, String function, String parameter) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement("select " + function + "(?)")) {
            call.setString(1, parameter);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
