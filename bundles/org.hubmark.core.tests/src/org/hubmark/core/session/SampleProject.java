package org.hubmark.core.session;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.project.ModelReader;
import org.hubmark.core.project.ModelWriter;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.text.SourceText;
import org.hubmark.testing.FakeStore;
import org.hubmark.testing.TeamFixture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** A small project in a fake store, and sessions on it. */
public final class SampleProject {

    public static final UUID PROJECT = Ids.ofKey("test.project");
    public static final UUID CODEBOOK = Ids.ofKey("test.codebook");
    public static final UUID MODEL = Ids.ofKey("test.model");
    public static final UUID TSUKUBA = Ids.ofKey("test.tsukuba");
    public static final UUID GRENOBLE = Ids.ofKey("test.grenoble");
    public static final UUID LICENSING = Ids.ofKey("test.licensing");
    public static final UUID FUNDING = Ids.ofKey("test.code.funding");
    public static final UUID PATENTS = Ids.ofKey("test.code.patents");
    public static final UUID BRIEFING = Ids.ofKey("test.briefing");
    public static final UUID EDITION = Ids.ofKey("test.edition");
    public static final String TEXT = "筑波科学城占地约二百八十三平方公里。格勒诺布尔靠大学与企业联合实验室。\n第三段。";

    private final FakeStore store = new FakeStore();

    public SampleProject() throws StoreException {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        String sha = SourceText.sha256(bytes);
        store.keep(new EditionText(sha, TEXT, sha, bytes), new NullProgressMonitor());
        List<ObjectState> states = new ArrayList<>();
        states.add(new ObjectState(PROJECT, "Project", null, Map.of("name", Value.of("试验")), Map.of()));
        states.add(object(CODEBOOK, "Codebook", PROJECT, "codebook", 0, Map.of()));
        states.add(object(MODEL, "HubModel", PROJECT, "hubModel", 0, Map.of()));
        states.add(object(FUNDING, "Code", CODEBOOK, "codes", 0, Map.of("nameZh", Value.of("经费"))));
        states.add(object(PATENTS, "Code", CODEBOOK, "codes", 1, Map.of("nameZh", Value.of("专利"))));
        states.add(object(TSUKUBA, "Hub", MODEL, "elements", 0, Map.of("nameZh", Value.of("筑波"))));
        states.add(object(GRENOBLE, "Hub", MODEL, "elements", 1, Map.of("nameZh", Value.of("格勒诺布尔"))));
        states.add(object(LICENSING, "Mechanism", MODEL, "elements", 2, Map.of("nameZh", Value.of("专利许可"))));
        states.add(new Briefing(BRIEFING, PROJECT, OrderKeys.nth(0), null, "简报", null, null, null, null, null, "zh",
                null).state());
        states.add(new Edition(EDITION, BRIEFING, OrderKeys.nth(0), "a.txt", "text/plain", "UTF-8", sha, sha,
                TEXT.length(), TEXT.length(), "ada", "2026-01-01T00:00:00Z").state());
        List<Change> changes = states.stream().map(s -> (Change) new Change.Create(s)).toList();
        assertInstanceOf(CommitResult.Accepted.class,
                store.commit(new ChangeSet(Ids.next(), PROJECT, Ids.next(), 0, "new", null, changes),
                        new NullProgressMonitor()));
    }

    static ObjectState object(UUID id, String type, UUID container, String feature, int index,
            Map<String, Value> values) {
        return new ObjectState(id, type, new Placement(container, feature, OrderKeys.nth(index)), values, Map.of());
    }

    public FakeStore store() {
        return store;
    }

    public Session open(Path outbox) throws StoreException {
        return open(store, outbox);
    }

    public Session open(FakeStore connection, Path outbox) throws StoreException {
        return Session.open(connection, PROJECT, outbox, ModelExecutor.direct(), new NullProgressMonitor());
    }

    /** The model as the store has it, in the same form as {@link #model(Session)}. */
    public List<ObjectState> model() {
        return ModelWriter.states(ModelReader.read(store.states(PROJECT)));
    }

    /** The model as a session shows it. */
    public static List<ObjectState> model(Session session) {
        List<List<ObjectState>> result = new ArrayList<>();
        session.executor().execute(() -> result.add(ModelWriter.states(session.project())));
        return result.getFirst();
    }

    /** Asserts that a session shows what the store holds. */
    public void assertSame(Session session) throws InterruptedException {
        TeamFixture.sync(session);
        assertEquals(model(), model(session));
    }
}
