package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.Subscription;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A primary that dies while people work, and the standby that takes over. */
@ExtendWith(NoErrorsLogged.class)
class PostgresFailoverTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    private static final int BEFORE = 150;
    private static final int ALL = 400;
    private static final int PATIENCE_SECONDS = 60;

    @BeforeAll
    static void lookForPrograms() throws IOException {
        Assumptions.assumeTrue(PostgresPrograms.find("pg_basebackup").isPresent(),
                "PostgreSQL is not installed here (no pg_basebackup): the test of fail-over is skipped");
    }

    @Test
    void whatWasAcknowledgedIsThereOnceAfterTheStandbyHasTakenOver() throws Exception {
        try (PostgresProcess primary = PostgresProcess.make()) {
            primary.start();
            new PostgresSetup(Schema.POSTGRESQL, PostgresTls.NONE)
                    .setUp(PostgresServer.request(primary.address("hubs")), NONE);
            try (PostgresProcess standby = primary.standby("standby")) {
                standby.start("hot_standby=on");
                replicate(primary);
                failOver(primary, standby);
            }
        }
    }

    private static void failOver(PostgresProcess primary, PostgresProcess standby) throws Exception {
        ServerAddress both = new ServerAddress(ServerAddress.Kind.POSTGRESQL,
                List.of(primary.endpoint(), standby.endpoint()), "hubs");
        Sample sample = new Sample();
        BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
        CountDownLatch written = new CountDownLatch(BEFORE);
        try (AnnotationStore store = PostgresServer.store(both, "ada", PostgresServer.PASSWORD, PostgresTls.NONE);
                var thread = Executors.newSingleThreadExecutor()) {
            store.commit(sample.start(), NONE);
            try (Subscription subscription = store.subscribe(sample.project, heard::add)) {
                var writing = thread.submit((Callable<Map<UUID, Long>>) () -> write(store, sample, written));
                assertTrue(written.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
                primary.kill();
                standby.promote();
                Map<UUID, Long> acknowledged = writing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

                List<Revision> log = store.since(sample.project, 1, NONE).toList();
                assertEquals(LongStream.rangeClosed(2, ALL + 1).boxed().toList(),
                        log.stream().map(Revision::number).toList());
                assertEquals(acknowledged, log.stream().collect(Collectors.toMap(Revision::changeSet, Revision::number)));
                long last = 0;
                while (last < ALL + 1) {
                    last = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                }
            }
        }
    }

    /** As sessions do: when nothing is known of a change set, it is sent again. */
    private static Map<UUID, Long> write(AnnotationStore store, Sample sample, CountDownLatch written)
            throws InterruptedException {
        Map<UUID, Long> acknowledged = new LinkedHashMap<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (int i = 0; i < ALL; i++) {
            ChangeSet changes = sample.by(Ids.next(), 1, Sample.create(sample.hub("枢纽 " + i)));
            while (!acknowledged.containsKey(changes.id()) && System.nanoTime() < end) {
                try {
                    acknowledged.put(changes.id(), ((CommitResult.Accepted) store.commit(changes, NONE)).revision());
                    written.countDown();
                } catch (StoreException e) {
                    assertEquals(StoreException.Kind.OFFLINE, e.kind(), e.getMessage());
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                }
            }
        }
        return acknowledged;
    }

    /** From now on a commit is acknowledged when the standby has it too. */
    static void replicate(PostgresProcess primary) throws Exception {
        try (Connection connection = new PostgresSource(primary.address("postgres"), PostgresTls.NONE,
                PostgresProcess.SUPERUSER, PostgresProcess.PASSWORD.toCharArray()).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set synchronous_standby_names = 'standby'");
            statement.execute("select pg_reload_conf()");
            statement.setQueryTimeout(PATIENCE_SECONDS);
            statement.execute("""
                    do $$ begin
                        while not exists (select 1 from pg_stat_replication where sync_state = 'sync') loop
                            perform pg_sleep(0.02), pg_stat_clear_snapshot();
                        end loop;
                    end $$""");
        }
    }
}
