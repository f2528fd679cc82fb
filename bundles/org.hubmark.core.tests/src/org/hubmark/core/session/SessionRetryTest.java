package org.hubmark.core.session;

import static org.hubmark.core.session.SampleProject.TSUKUBA;
import static org.hubmark.testing.TeamFixture.sync;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Value;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoErrorsLogged.class)
class SessionRetryTest {

    @TempDir
    Path folder;
    private FakeStore line;
    private Session session;
    private final BlockingQueue<SyncState> states = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() throws Exception {
        SampleProject sample = new SampleProject();
        line = sample.store().connect("ben");
        session = sample.open(line, folder);
        session.addListener(new SessionListener() {
            @Override
            public void syncStateChanged(SyncState state) {
                states.add(state);
            }
        });
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void whatWaitsIsListedInOrderUntilTheStoreHasIt() throws Exception {
        line.setOffline(true);
        session.execute("first", List.of(new Change.Put(TSUKUBA, "description", null, Value.of("a"))));
        session.execute("second", List.of(new Change.Put(TSUKUBA, "description", Value.of("a"), Value.of("b"))));
        awaitOffline();
        assertEquals(List.of("first", "second"), session.waiting().stream().map(ChangeSet::label).toList());
        line.setOffline(false);
        session.tryAgain();
        sync(session);
        assertEquals(List.of(), session.waiting());
    }

    @Test
    void tryingAgainWhileTheStoreIsThereDoesNothing() throws Exception {
        session.tryAgain();
        session.execute("rename", List.of(new Change.Put(TSUKUBA, "description", null, Value.of("a"))));
        sync(session);
        assertEquals(SyncState.Kind.SYNCED, session.syncState().kind());
    }

    @Test
    void whoTriedInVainBecauseOfNewsDoesNotWaitLongAfterwards() throws Exception {
        line.setOffline(true);
        session.execute("rename", List.of(new Change.Put(TSUKUBA, "description", null, Value.of("a"))));
        awaitOffline();
        for (int i = 0; i < 10; i++) {
            int before = line.failures();
            session.tryAgain();
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                while (line.failures() == before) {
                    Thread.onSpinWait();
                }
            });
        }
        line.setOffline(false);
        assertTrue(session.awaitSynced(Duration.ofSeconds(10)), "it is tried again soon");
    }

    private void awaitOffline() throws InterruptedException {
        SyncState state = states.poll(10, TimeUnit.SECONDS);
        while (state != null && state.kind() != SyncState.Kind.OFFLINE) {
            state = states.poll(10, TimeUnit.SECONDS);
        }
        assertTrue(state != null, "the session noticed that the store is away");
    }
}
