package org.hubmark.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.project.ModelWriter;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.session.SyncState;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.EditionText;

/**
 * A small project for people who work at the same time, on any store: two hubs, the first with a fact that has a
 * quantity, a mechanism practised in it, three codes, and a briefing with a passage that is evidence for the first hub.
 */
public final class TeamFixture {

    /** Opens connections to one database. */
    @FunctionalInterface
    public interface Connections {
        AnnotationStore open(String member) throws Exception;
    }

    public static final Duration PATIENCE = Duration.ofSeconds(30);

    public final Sample sample = new Sample();
    public final ObjectState hub = sample.hub("甲");
    public final ObjectState other = sample.hub("乙");
    public final ObjectState fact = sample.fact(hub.id(), "area", "283");
    public final ObjectState quantity = new ObjectState(Ids.next(), "Quantity",
            new Placement(fact.id(), "quantity", "V"), Map.of("raw", Value.of("约283")), Map.of());
    public final ObjectState mechanism = sample.mechanism("机制", hub.id());
    public final ObjectState a = sample.code("a");
    public final ObjectState b = sample.code("b");
    public final ObjectState c = sample.code("c");
    public final Briefing briefing = sample.briefing("简报");
    public final EditionText text = Sample.text("筑波科学城占地约二百八十三平方公里。");
    public final Edition edition = sample.edition(briefing, text);
    public final Passage passage = sample.passage(edition, text, 0, 5, a.id());
    public final Evidence evidence = sample.evidence(passage, hub.id());
    private final Connections connections;
    private final Path folder;
    private final List<Session> sessions = new ArrayList<>();
    private int count;

    /** @param folder for outboxes */
    public TeamFixture(Connections connections, Path folder) throws Exception {
        this.connections = connections;
        this.folder = folder;
        AnnotationStore store = connections.open("ada");
        store.keep(text, new NullProgressMonitor());
        List<Change> changes = new ArrayList<>(sample.start().changes());
        for (ObjectState state : List.of(hub, other, fact, quantity, mechanism, a, b, c, briefing.state(),
                edition.state(), passage.state(), evidence.state())) {
            changes.add(new Change.Create(state));
        }
        changes.add(new Change.Add(hub.id(), "aliases", Value.of("x")));
        assertInstanceOf(CommitResult.Accepted.class,
                store.commit(sample.by(Ids.next(), 0, changes), new NullProgressMonitor()));
        store.close();
    }

    /** A session of a member, closed by {@link #close}. */
    public Session open(String member) throws Exception {
        return open(connections.open(member), folder.resolve(member));
    }

    /** A session over a line of one's own. */
    public Session open(AnnotationStore store, Path outbox) throws Exception {
        Session session = Session.open(store, sample.project, outbox, ModelExecutor.direct(), new NullProgressMonitor());
        sessions.add(session);
        return session;
    }

    public Line line(String member) throws Exception {
        return new Line(connections.open(member));
    }

    public Path outbox(String name) {
        return folder.resolve(name);
    }

    public void close() {
        sessions.forEach(Session::close);
    }

    /** A new value for a feature, replacing what the session shows. */
    public static Change put(Session session, UUID object, String feature, Value now) {
        ObjectState state = session.state(object);
        return new Change.Put(object, feature, state == null ? null : state.values().get(feature), now);
    }

    public static Change rename(Session session, ObjectState object, String name) {
        return put(session, object.id(), "nameZh", Value.of(name));
    }

    public static Change move(Session session, ObjectState object, UUID container, String feature) {
        return new Change.Move(object.id(), session.state(object.id()).placement(),
                new Placement(container, feature, OrderKeys.nth(50)));
    }

    public static void sync(Session session) throws InterruptedException {
        assertTrue(session.awaitSynced(PATIENCE), () -> "not synced: " + session.syncState());
    }

    public static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Waits until a session shows a revision. */
    public static void reach(Session session, long revision) throws Exception {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        SessionListener listener = new SessionListener() {
            @Override
            public void syncStateChanged(SyncState state) {
                if (state.revision() >= revision) {
                    reached.complete(null);
                }
            }
        };
        session.addListener(listener);
        if (session.revision() < revision) {
            get(reached);
        }
        session.removeListener(listener);
    }

    /** Asserts that all sessions show the same as one that is opened now. */
    public void assertAllEqual(Session... open) throws Exception {
        for (Session session : open) {
            sync(session);
        }
        Session fresh = open("fresh" + count++);
        for (Session session : open) {
            reach(session, fresh.revision());
            assertEquals(all(fresh), all(session), session.member());
        }
        fresh.close();
    }

    /** Everything a session shows, order keys aside. */
    private Map<String, Object> all(Session session) throws Exception {
        Map<String, Object> all = new TreeMap<>();
        List<List<ObjectState>> model = new ArrayList<>();
        session.executor().execute(() -> model.add(ModelWriter.states(session.project())));
        all.put("model", model.getFirst());
        all.put("briefings", session.briefings());
        all.put("conflicts", session.team().conflicts());
        for (Edition one : session.editions(briefing.id())) {
            try (BriefingDocument document = get(session.openBriefing(one.id()))) {
                all.put("passages", document.passages());
                all.put("evidence", document.passages().stream()
                        .flatMap(p -> document.evidence(p.id()).stream()).collect(java.util.stream.Collectors.toSet()));
            }
        }
        return all;
    }

    /** The codes of the passage as the store has them. */
    public Set<UUID> codes(Session session) throws Exception {
        try (BriefingDocument document = get(session.openBriefing(edition.id()))) {
            return document.passage(passage.id()).codes();
        }
    }
}
