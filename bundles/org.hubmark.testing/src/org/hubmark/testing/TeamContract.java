package org.hubmark.testing;

import static org.hubmark.testing.Sample.create;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.hubmark.core.change.Ids;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.CommitResult.Reason;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Presence;
import org.hubmark.core.store.Presence.Place;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.core.store.StoreListener;
import org.hubmark.core.store.Subscription;
import org.junit.jupiter.api.Test;

/** What every store does for a team: members and roles, who is at work. */
public abstract class TeamContract extends LogContract {

    private static final int PATIENCE_SECONDS = 20;
    private static final String PASSWORD = "correct horse";

    /** A store on the same database for an account made by {@link org.hubmark.core.store.Members#create}. */
    protected abstract AnnotationStore login(String account, String password) throws Exception;

    private static final class Attendance implements StoreListener {
        private final BlockingQueue<List<Presence>> heard = new LinkedBlockingQueue<>();

        @Override
        public void revision(long newest) {
            // only who is there counts here
        }

        @Override
        public void present(List<Presence> all) {
            heard.add(all);
        }

        /** Waits until exactly these members are at these places. */
        private void await(List<Place> places) throws InterruptedException {
            List<Place> last = null;
            while (!places.equals(last)) {
                List<Presence> next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertNotNull(next, "expected " + places + ", but last there was " + last);
                last = next.stream().map(Presence::place).toList();
            }
        }
    }

    @Test
    void aNewMemberLogsInAndWorksUnderTheNameGiven() throws Exception {
        store.members().create(new Member("lin", "林晓", Role.ANALYST), PASSWORD.toCharArray(), NONE);
        try (AnnotationStore lin = login("lin", PASSWORD)) {
            assertEquals(new Member(lin.members().own(NONE).account(), "林晓", Role.ANALYST), lin.members().own(NONE));
            assertEquals("林晓", lin.member());
            accepted(lin, sample.by(Ids.next(), 1, create(sample.hub("甲"))));
        }
        assertEquals("林晓", store.latest(LogFilter.all(sample.project), NONE).next().author());
        assertTrue(store.members().all(NONE).stream().anyMatch(m -> m.name().equals("林晓")));
    }

    @Test
    void aRoleHoldsFromTheNextChangeSetOn() throws Exception {
        store.members().create(new Member("lin", "林晓", Role.READER), PASSWORD.toCharArray(), NONE);
        try (AnnotationStore lin = login("lin", PASSWORD)) {
            assertEquals(Reason.ROLE, refused(lin));
            String account = lin.members().own(NONE).account();
            store.members().change(new Member(account, "林晓", Role.ANALYST), NONE);
            accepted(lin, sample.by(Ids.next(), 1, create(sample.hub("甲"))));
            store.members().change(new Member(account, "林晓", Role.READER), NONE);
            assertEquals(Reason.ROLE, refused(lin));
        }
    }

    private Reason refused(AnnotationStore by) throws StoreException {
        return assertInstanceOf(CommitResult.Refused.class,
                by.commit(sample.by(Ids.next(), 1, create(sample.hub("乙"))), NONE)).reason();
    }

    @Test
    void onlyAdministratorsMakeMembersAndTakeOverLogs() throws Exception {
        store.members().create(new Member("cur", "馆长", Role.CURATOR), PASSWORD.toCharArray(), NONE);
        List<Revision> log = store.since(sample.project, 0, NONE).toList();
        try (AnnotationStore curator = login("cur", PASSWORD)) {
            String own = curator.members().own(NONE).account();
            assertRefused(() -> curator.members().create(new Member("x", "X", Role.READER), PASSWORD.toCharArray(), NONE));
            assertRefused(() -> curator.members().change(new Member(own, "馆长", Role.ADMINISTRATOR), NONE));
            assertRefused(() -> curator.members().remove(own, NONE));
            assertRefused(() -> curator.members().changePassword(store.members().own(NONE).account(),
                    PASSWORD.toCharArray(), NONE));
            assertRefused(() -> curator.replay(sample.project, log, NONE));
            curator.members().changePassword(own, "another one".toCharArray(), NONE);
        }
        login("cur", "another one").close();
        assertEquals(Kind.REFUSED, assertThrows(StoreException.class, () -> login("cur", PASSWORD)).kind());
    }

    @Test
    void aMemberWhoIsRemovedIsOutAndStaysInTheLog() throws Exception {
        store.members().create(new Member("lin", "林晓", Role.ANALYST), PASSWORD.toCharArray(), NONE);
        try (AnnotationStore lin = login("lin", PASSWORD)) {
            accepted(lin, sample.by(Ids.next(), 1, create(sample.hub("甲"))));
            store.members().remove(lin.members().own(NONE).account(), NONE);
        }
        assertThrows(StoreException.class, () -> login("lin", PASSWORD));
        assertEquals("林晓", store.latest(LogFilter.all(sample.project), NONE).next().author());
        assertEquals(1, store.members().all(NONE).size());
    }

    @Test
    void whatCannotBeAnAccountIsRefused() throws Exception {
        Member own = store.members().own(NONE);
        assertRefused(() -> store.members().create(new Member("x'; drop table object", "X", Role.READER),
                PASSWORD.toCharArray(), NONE));
        assertRefused(() -> store.members().create(new Member("hubmark_owner", "X", Role.READER),
                PASSWORD.toCharArray(), NONE));
        assertRefused(() -> store.members().create(own, PASSWORD.toCharArray(), NONE));
        assertRefused(() -> store.members().create(new Member("short", "X", Role.READER), "1234567".toCharArray(), NONE));
        assertRefused(() -> store.members().change(new Member(own.account(), "X", Role.CURATOR), NONE));
        assertRefused(() -> store.members().remove(own.account(), NONE));
        assertEquals(List.of(own), store.members().all(NONE));
    }

    @Test
    void everybodyHearsWhoIsWhere() throws Exception {
        UUID hub = Ids.next();
        UUID client = Ids.next();
        Attendance attendance = new Attendance();
        try (AnnotationStore second = open(); Subscription subscription = store.subscribe(sample.project, attendance)) {
            second.announce(sample.project, client, Place.ANYWHERE, NONE);
            attendance.await(List.of(Place.ANYWHERE));
            second.announce(sample.project, client, new Place(hub, null), NONE);
            attendance.await(List.of(new Place(hub, null)));
            second.announce(sample.project, client, null, NONE);
            attendance.await(List.of());
        }
    }

    @Test
    void whoComesLaterHearsWhoIsThereAlready() throws Exception {
        UUID client = Ids.next();
        store.announce(sample.project, client, Place.ANYWHERE, NONE);
        Attendance attendance = new Attendance();
        try (AnnotationStore second = open(); Subscription subscription = second.subscribe(sample.project, attendance)) {
            attendance.await(List.of(Place.ANYWHERE));
        }
    }
}
