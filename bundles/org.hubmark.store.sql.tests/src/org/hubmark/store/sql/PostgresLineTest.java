package org.hubmark.store.sql;

import static org.hubmark.testing.Sample.create;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ChangeSetCodec;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.CommitResult.Reason;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.Role;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of change sets that come while somebody else is at their project: one of those who wait makes all. */
@ExtendWith(NoErrorsLogged.class)
@Timeout(60)
class PostgresLineTest {

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    private static final NullProgressMonitor NONE = new NullProgressMonitor();

    private final Sample sample = new Sample();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<AutoCloseable> open = new ArrayList<>();
    private AnnotationStore store;
    /** Holds the turn until it ends its transaction. */
    private Connection busy;

    @BeforeEach
    void open() throws Exception {
        store = opened(SERVER.store("ada", PostgresServer.PASSWORD));
        assertInstanceOf(CommitResult.Accepted.class, store.commit(sample.start(), NONE));
        busy = opened(SERVER.connect(PostgresProcess.SUPERUSER, PostgresProcess.PASSWORD));
        busy.setAutoCommit(false);
    }

    private <T extends AutoCloseable> T opened(T it) {
        open.addFirst(it);
        return it;
    }

    @AfterEach
    void close() throws Exception {
        threads.shutdownNow();
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void whatWaitsIsMadeTogetherAndEachStaysItsAuthors() throws Exception {
        AnnotationStore analyst = member("林晓", Role.ANALYST);
        AnnotationStore curator = member("Mei", Role.CURATOR);
        ChangeSet texts = sample.by(Ids.next(), 1, create(sample.hub("甲")), create(sample.hub("乙")));
        ChangeSet others = sample.by(Ids.next(), 1, create(new ObjectState(Ids.next(), "Hub", new Placement(sample.model,
                "elements", "V"), Map.of("size", Value.of(7), "partOf", Value.ref(sample.model)),
                Map.of("aliases", Set.of(Value.of("狮城"))))), create(sample.hub("丁")));
        holdTurn();
        List<Future<CommitResult>> waiting = List.of(commit(store, sample.by(Ids.next(), 1, create(sample.hub("丙")))),
                commit(analyst, texts), commit(curator, others));
        SERVER.awaitWaiting(3);
        busy.commit();

        Set<Long> numbers = new HashSet<>();
        for (Future<CommitResult> one : waiting) {
            numbers.add(accepted(one));
        }
        assertEquals(Set.of(2L, 3L, 4L), numbers);
        List<Revision> log = store.since(sample.project, 1, NONE).toList();
        assertEquals(List.of(2L, 3L, 4L), log.stream().map(Revision::number).toList());
        assertEquals("林晓", made(log, texts).author());
        assertEquals("Mei", made(log, others).author());
        assertEquals(texts.changes(), made(log, texts).changes());
        assertEquals(others.changes(), made(log, others).changes());
        assertEquals("1", value("select count(distinct xmin::text) from hubmark.revision where number > 1"));
    }

    @Test
    void severalOfOneSessionAreMadeInTheirOrderTogetherWithTheOthers() throws Exception {
        AnnotationStore analyst = member("林晓", Role.ANALYST);
        List<ChangeSet> several = List.of(sample.by(Ids.next(), 1, create(sample.hub("甲"))),
                sample.by(Ids.next(), 1, create(sample.hub("乙")), create(sample.hub("丙"))),
                sample.by(Ids.next(), 1, create(sample.hub("丁"))));
        List<ChangeSet> more = List.of(sample.by(Ids.next(), 1, create(sample.hub("戊"))),
                sample.by(Ids.next(), 1, create(sample.hub("己"))));
        holdTurn();
        Future<List<CommitResult>> first = commitAll(analyst, several);
        Future<List<CommitResult>> second = commitAll(store, more);
        Future<CommitResult> single = commit(opened(SERVER.store("ada", PostgresServer.PASSWORD)),
                sample.by(Ids.next(), 1, create(sample.hub("庚"))));
        SERVER.awaitWaiting(3);
        assertEquals("6", value("select count(*) from hubmark_door.waiting"));
        busy.commit();

        accepted(single);
        List<Revision> log = store.since(sample.project, 1, NONE).toList();
        assertEquals(List.of(2L, 3L, 4L, 5L, 6L, 7L), log.stream().map(Revision::number).toList());
        assertMadeInOrder(log, several, first.get(), "林晓");
        assertMadeInOrder(log, more, second.get(), "阿达");
        assertEquals("1", value("select count(distinct xmin::text) from hubmark.revision where number > 1"));
        assertEquals(first.get(), analyst.commitAll(several, NONE), "the same again is not made again");
    }

    private static void assertMadeInOrder(List<Revision> log, List<ChangeSet> changes, List<CommitResult> results,
            String author) {
        List<Revision> made = log.stream().filter(r -> r.author().equals(author)
                && changes.stream().anyMatch(one -> one.id().equals(r.changeSet()))).toList();
        assertEquals(changes.stream().map(ChangeSet::id).toList(), made.stream().map(Revision::changeSet).toList());
        assertEquals(changes.stream().map(ChangeSet::changes).toList(), made.stream().map(Revision::changes).toList());
        assertEquals(made.stream().map(r -> new CommitResult.Accepted(r.number())).toList(), results);
    }

    /** What is made in one statement does not see what it makes. */
    @Test
    void whatBuildsOnWhatIsNotThereYetGoesAlone() throws Exception {
        ObjectState hub = sample.hub("甲");
        ObjectState inside = new ObjectState(Ids.next(), "Fact", new Placement(hub.id(), "facts", "V"),
                Map.of("note", Value.of("乙")), Map.of());
        holdTurn();
        Future<List<CommitResult>> twoSets = commitAll(store, List.of(sample.by(Ids.next(), 1, create(hub)),
                sample.by(Ids.next(), 1, create(inside))));
        SERVER.awaitWaiting(1);
        assertEquals("0", value("select count(*) from hubmark_door.waiting"));
        busy.commit();
        assertEquals(List.of(new CommitResult.Accepted(2), new CommitResult.Accepted(3)), twoSets.get());
    }

    @Test
    void severalOfWhichOneIsRefusedHoldUpNobody() throws Exception {
        holdTurn();
        Future<List<CommitResult>> several = commitAll(store, List.of(sample.by(Ids.next(), 1, create(sample.hub("甲"))),
                sample.by(Ids.next(), 1, create(nowhere())), sample.by(Ids.next(), 1, create(sample.hub("乙")))));
        Future<List<CommitResult>> good = commitAll(opened(SERVER.store("ada", PostgresServer.PASSWORD)),
                List.of(sample.by(Ids.next(), 1, create(sample.hub("丙"))), sample.by(Ids.next(), 1, create(sample.hub("丁")))));
        SERVER.awaitWaiting(2);
        busy.commit();

        assertEquals(2, several.get().size());
        assertInstanceOf(CommitResult.Accepted.class, several.get().getFirst());
        assertEquals(Reason.CONTAINMENT, assertInstanceOf(CommitResult.Refused.class, several.get().getLast()).reason());
        assertTrue(good.get().stream().allMatch(CommitResult.Accepted.class::isInstance));
        assertEquals(4, store.since(sample.project, 0, NONE).toList().size());
    }

    @Test
    void whatCannotBeMadeIsRefusedAndHoldsUpNobody() throws Exception {
        AnnotationStore reader = member("reader", Role.READER);
        holdTurn();
        Future<CommitResult> gone = commit(opened(SERVER.store("ada", PostgresServer.PASSWORD)),
                sample.by(Ids.next(), 1, create(nowhere())));
        Future<CommitResult> forbidden = commit(reader, sample.by(Ids.next(), 1, create(sample.hub("乙"))));
        Future<CommitResult> good = commit(store, sample.by(Ids.next(), 1, create(sample.hub("丙"))));
        Future<CommitResult> more = commit(opened(SERVER.store("ada", PostgresServer.PASSWORD)),
                sample.by(Ids.next(), 1, create(sample.hub("丁"))));
        SERVER.awaitWaiting(4);
        busy.commit();

        assertEquals(Reason.CONTAINMENT, assertInstanceOf(CommitResult.Refused.class, gone.get()).reason());
        assertEquals(Reason.ROLE, assertInstanceOf(CommitResult.Refused.class, forbidden.get()).reason());
        assertEquals(Set.of(2L, 3L), Set.of(accepted(good), accepted(more)));
        assertEquals(3, store.since(sample.project, 0, NONE).toList().size());
    }

    @Test
    void whoeverIsRefusedInTurnLetsTheOthersGoOn() throws Exception {
        holdTurn();
        Future<CommitResult> gone = commit(store, sample.by(Ids.next(), 1, create(nowhere())));
        SERVER.awaitWaiting(1);
        assertEquals("1", value("select count(*) from hubmark_door.waiting"));
        busy.commit();
        assertInstanceOf(CommitResult.Refused.class, gone.get());

        assertEquals("0", value("select count(*) from hubmark_door.waiting"));
        holdTurn();
        Future<CommitResult> next = commit(store, sample.by(Ids.next(), 1, create(sample.hub("丙"))));
        SERVER.awaitWaiting(1);
        busy.commit();
        assertEquals(2, accepted(next));
    }

    /** Nor is anything made of what stood there when its owner became one. */
    @Test
    void aReaderDoesNotGetIntoTheLine() throws Exception {
        member("mallory", Role.READER);
        ChangeSet forbidden = sample.by(Ids.next(), 1, create(sample.hub("甲")));
        try (Connection reader = SERVER.connect("mallory", PostgresServer.PASSWORD)) {
            assertFalse(stands(reader, "select stand_in_line(?, ?, ?)", forbidden.id(), ChangeSetCodec.write(forbidden)));
            assertFalse(stands(reader, "select stand_together_in_line(?, ?, ?)", List.of(forbidden.id()),
                    new String[] {ChangeSetCodec.write(forbidden)}));
        }
        assertEquals("0", value("select count(*) from hubmark_door.waiting"));

        SERVER.asSuperuser(List.of(inLine(forbidden.id(), "mallory", "0 s", forbidden)));
        assertInstanceOf(CommitResult.Accepted.class, store.commit(sample.set(1, create(sample.hub("乙"))), NONE));
        assertEquals(OptionalLong.empty(), store.revisionOf(forbidden.id(), NONE));
        assertEquals(2, store.since(sample.project, 0, NONE).toList().size());
        assertEquals("0", value("select count(*) from hubmark_door.waiting"));
    }

    private boolean stands(Connection client, String sql, Object ids, Object payloads) throws SQLException {
        try (PreparedStatement call = client.prepareStatement(sql)) {
            Statements.bind(call, sample.project, ids, payloads);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    @Test
    void aLongOneWaitsAsWell() throws Exception {
        ChangeSet changes = sample.by(Ids.next(), 1, create(sample.hub("甲".repeat(3_000))));
        holdTurn();
        Future<CommitResult> waiting = commit(store, changes);
        SERVER.awaitWaiting(1);
        assertEquals("0", value("select count(*) from hubmark_door.waiting"));
        busy.commit();
        assertEquals(2, accepted(waiting));
    }

    /** Its owner may have given up on it, and gone on. */
    @Test
    void whatIsLeftInLineIsNotMadeLater() throws Exception {
        UUID left = Ids.next();
        SERVER.asSuperuser(List.of(inLine(left, "ada", "3 s", sample.by(Ids.next(), 1, create(sample.hub("甲"))))));
        assertInstanceOf(CommitResult.Accepted.class, store.commit(sample.set(1, create(sample.hub("乙"))), NONE));
        assertEquals(OptionalLong.empty(), store.revisionOf(left, NONE));
        assertEquals(2, store.since(sample.project, 0, NONE).toList().size());
    }

    /** Anybody may put in line what they like: under the id of a colleague's change set, and for another project. */
    @Test
    void nobodyIsToldThatAForgedOneWasTheirs() throws Exception {
        member("mallory", Role.ANALYST);
        Sample other = new Sample();
        assertInstanceOf(CommitResult.Accepted.class, store.commit(other.start(), NONE));
        ChangeSet mine = sample.by(Ids.next(), 1, create(sample.hub("丙")));
        SERVER.asSuperuser(List.of(inLine(mine.id(), "mallory", "0 s", sample.by(Ids.next(), 1, create(sample.hub("甲")))),
                inLine(Ids.next(), "mallory", "0 s", other.by(Ids.next(), 1, create(other.hub("乙"))))));

        CommitResult result = store.commit(mine, NONE);

        long number = assertInstanceOf(CommitResult.Accepted.class, result).revision();
        Revision made = made(store.since(sample.project, 1, NONE).toList(), mine);
        assertEquals(number, made.number());
        assertEquals("阿达", made.author());
        assertEquals(mine.changes(), made.changes());
        assertEquals(1, store.since(other.project, 0, NONE).toList().size());
    }

    /** The locks that those wait for who stand in line can be had by anybody who may log in. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "0, (select last_value + 1 from turns)"})
    void whoTakesTheLocksOfTheLineHoldsNobodyUpForLong(String numbers) throws Exception {
        member("mallory", Role.READER);
        try (Connection mallory = SERVER.connect("mallory", PostgresServer.PASSWORD); PreparedStatement locks = mallory
                .prepareStatement("select pg_advisory_lock(uuid_hash_extended(?, n)) from unnest(array[" + numbers + "]) n")) {
            locks.setObject(1, sample.project);
            locks.execute();
            assertEquals(2, accepted(commit(store, sample.by(Ids.next(), 1, create(sample.hub("甲"))))));
            assertEquals(List.of(new CommitResult.Accepted(3), new CommitResult.Accepted(4)),
                    commitAll(store, List.of(sample.by(Ids.next(), 1, create(sample.hub("乙"))),
                            sample.by(Ids.next(), 1, create(sample.hub("丙"))))).get());
        }
    }

    /** A commit that is given up while it waits for its standby is made and seen, though the standby may not have it. */
    @Test
    void whatOthersMadeIsAcknowledgedWhenTheStandbyHasIt() throws Exception {
        AnnotationStore second = opened(SERVER.store("ada", PostgresServer.PASSWORD));
        // what a session reads for the first time may make it clear a page of the catalogue, which a standby has to confirm
        List<Future<CommitResult>> before = waitInLine(second);
        busy.commit();
        assertEquals(Set.of(2L, 3L), Set.of(accepted(before.getFirst()), accepted(before.getLast())));
        SERVER.standbys("nobody");
        try {
            List<Future<CommitResult>> waiting = waitInLine(second);
            busy.rollback();
            String maker = awaitsStandby("0", waiting);
            value("select pg_cancel_backend(" + maker + ")");
            awaitsStandby(maker, waiting);
            assertTrue(waiting.stream().anyMatch(one -> !one.isDone()), "told of what the standby does not have");
            SERVER.standbys("");
            assertEquals(Set.of(4L, 5L), Set.of(accepted(waiting.getFirst()), accepted(waiting.getLast())));
        } finally {
            SERVER.standbys("");
        }
    }

    private List<Future<CommitResult>> waitInLine(AnnotationStore second) throws SQLException {
        holdTurn();
        List<Future<CommitResult>> waiting = List.of(commit(store, sample.by(Ids.next(), 1, create(sample.hub("甲")))),
                commit(second, sample.by(Ids.next(), 1, create(sample.hub("乙")))));
        SERVER.awaitWaiting(2);
        return waiting;
    }

    /** The session that waits for a standby, but for one; null if nobody is left who could. */
    private static String awaitsStandby(String but, List<Future<CommitResult>> waiting) throws SQLException {
        String session = null;
        while (session == null && !waiting.stream().allMatch(Future::isDone)) {
            session = value("select max(pid) from pg_stat_activity where datname = current_database() and pid <> " + but
                    + " and wait_event = 'SyncRep'");
        }
        return session;
    }

    private static ObjectState nowhere() {
        return new ObjectState(Ids.next(), "Hub", new Placement(Ids.next(), "elements", "V"),
                Map.of("nameZh", Value.of("甲")), Map.of());
    }

    private String inLine(UUID id, String account, String ago, ChangeSet changes) {
        return "insert into hubmark_door.waiting values ('" + sample.project + "', clock_timestamp() - interval '" + ago
                + "', '" + id + "', '" + account + "', '" + ChangeSetCodec.write(changes) + "')";
    }

    private AnnotationStore member(String name, Role role) throws Exception {
        String account = name.matches("\\w+") ? name.toLowerCase() : "linxiao";
        store.members().create(new Member(account, name, role), PostgresServer.PASSWORD.toCharArray(), NONE);
        return opened(SERVER.store(account, PostgresServer.PASSWORD));
    }

    private void holdTurn() throws SQLException {
        for (String lock : List.of("select pg_advisory_xact_lock(uuid_hash_extended(?, 0))",
                "select from hubmark.object where id = ? for update")) {
            try (PreparedStatement statement = busy.prepareStatement(lock)) {
                statement.setObject(1, sample.project);
                statement.execute();
            }
        }
    }

    private Future<CommitResult> commit(AnnotationStore by, ChangeSet changes) {
        return threads.submit(() -> by.commit(changes, NONE));
    }

    private Future<List<CommitResult>> commitAll(AnnotationStore by, List<ChangeSet> changes) {
        return threads.submit(() -> by.commitAll(changes, NONE));
    }

    private static long accepted(Future<CommitResult> result) throws Exception {
        return assertInstanceOf(CommitResult.Accepted.class, result.get()).revision();
    }

    private static Revision made(List<Revision> log, ChangeSet changes) {
        return log.stream().filter(revision -> revision.changeSet().equals(changes.id())).findFirst().orElseThrow();
    }

    private static String value(String query) throws SQLException {
        try (Connection own = SERVER.connect(PostgresProcess.SUPERUSER, PostgresProcess.PASSWORD);
                PreparedStatement statement = own.prepareStatement(query); ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
