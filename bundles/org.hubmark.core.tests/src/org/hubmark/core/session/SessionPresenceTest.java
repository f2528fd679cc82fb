package org.hubmark.core.session;

import static org.hubmark.core.session.SampleProject.LICENSING;
import static org.hubmark.core.session.SampleProject.PROJECT;
import static org.hubmark.core.session.SampleProject.TSUKUBA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Presence;
import org.hubmark.core.store.Presence.Place;
import org.hubmark.core.store.Role;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoErrorsLogged.class)
class SessionPresenceTest {

    @TempDir
    Path folder;
    private SampleProject sample;

    /** Everything a session shows of who is there, and its role, each time one of them changes. */
    private static final class Watch implements SessionListener {
        private final Session session;
        private final BlockingQueue<Map<String, Place>> places = new LinkedBlockingQueue<>();
        private final BlockingQueue<Role> roles = new LinkedBlockingQueue<>();

        Watch(Session session) {
            this.session = session;
            session.addListener(this);
            presentChanged();
        }

        @Override
        public void presentChanged() {
            places.add(session.team().present().stream().collect(Collectors.toMap(Presence::name, Presence::place)));
        }

        @Override
        public void roleChanged() {
            roles.add(session.role());
        }

        void await(Predicate<Map<String, Place>> expected) throws InterruptedException {
            Map<String, Place> last = null;
            do {
                Map<String, Place> next = places.poll(20, TimeUnit.SECONDS);
                assertNotNull(next, "last there was " + last);
                last = next;
            } while (!expected.test(last));
        }
    }

    @BeforeEach
    void sample() throws Exception {
        sample = new SampleProject();
    }

    @Test
    void colleaguesSeeEachOtherAndWhereTheyAre() throws Exception {
        try (Session ben = sample.open(sample.store().connect("ben"), folder.resolve("ben"))) {
            Watch watch = new Watch(ben);
            watch.await(Map.of("ben", Place.ANYWHERE)::equals);
            try (Session chen = sample.open(sample.store().connect("chen"), folder.resolve("chen"))) {
                watch.await(Map.of("ben", Place.ANYWHERE, "chen", Place.ANYWHERE)::equals);
                chen.team().moveTo(new Place(TSUKUBA, null));
                chen.team().moveTo(new Place(LICENSING, TSUKUBA));
                watch.await(there -> new Place(LICENSING, TSUKUBA).equals(there.get("chen")));
                assertTrue(ben.team().present().stream().anyMatch(p -> p.client().equals(chen.client())));
            }
            watch.await(Map.of("ben", Place.ANYWHERE)::equals);
        }
    }

    @Test
    void anAnnouncementIsRepeatedAsLongAsTheSessionIsOpen() throws Exception {
        BlockingQueue<List<Presence>> heard = new LinkedBlockingQueue<>();
        SessionPresence presence = new SessionPresence(sample.store(), PROJECT, Ids.next());
        try (var subscription = sample.store().subscribe(PROJECT, new org.hubmark.core.store.StoreListener() {
            @Override
            public void revision(long newest) {
                // only who is there counts here
            }

            @Override
            public void present(List<Presence> all) {
                heard.add(all);
            }
        })) {
            presence.start(Duration.ofMillis(5));
            for (int i = 0; i < 3; i++) {
                assertEquals(1, Objects.requireNonNull(heard.poll(20, TimeUnit.SECONDS)).size());
            }
            presence.close(true);
            List<Presence> last;
            do {
                last = heard.poll(20, TimeUnit.SECONDS);
                assertNotNull(last);
            } while (!last.isEmpty());
        }
    }

    @Test
    void whoIsOfflineSeesNobodyUntilTheStoreIsBack() throws Exception {
        FakeStore line = sample.store().connect("ben");
        try (Session ben = sample.open(line, folder.resolve("ben"));
                Session chen = sample.open(sample.store().connect("chen"), folder.resolve("chen"))) {
            Watch watch = new Watch(ben);
            watch.await(there -> there.keySet().containsAll(List.of("ben", "chen")));
            line.setOffline(true);
            ben.execute("rename", List.of(new Change.Put(TSUKUBA, "nameEn", null, Value.of("Tsukuba"))));
            watch.await(Map::isEmpty);
            line.setOffline(false);
            watch.await(there -> there.containsKey("chen"));
        }
    }

    @Test
    void aRoleThatIsTakenAwayIsKnownAfterTheNextRefusal() throws Exception {
        FakeStore line = sample.store().connect("ben");
        try (Session ben = sample.open(line, folder.resolve("ben"))) {
            Watch watch = new Watch(ben);
            assertEquals(Role.ADMINISTRATOR, ben.role());
            sample.store().members().change(new Member("ben", "ben", Role.READER), new NullProgressMonitor());
            ben.execute("rename", List.of(new Change.Put(TSUKUBA, "nameEn", null, Value.of("Tsukuba"))));

            assertEquals(Role.READER, watch.roles.poll(20, TimeUnit.SECONDS));
            assertEquals(Role.READER, ben.role());
            sample.assertSame(ben);
        }
    }
}
