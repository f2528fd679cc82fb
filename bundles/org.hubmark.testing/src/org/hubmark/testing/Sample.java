package org.hubmark.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.text.Anchor;
import org.hubmark.core.text.SourceText;

/** A project of its own for a test, and builders of what can be in it. Everything is made by one client, {@link #client}. */
public final class Sample {

    public final UUID project = Ids.next();
    public final UUID codebook = Ids.next();
    public final UUID model = Ids.next();
    public final UUID client = Ids.next();
    private int count;

    /** The change set that makes the project with an empty codebook and an empty model. */
    public ChangeSet start() {
        ObjectState root = new ObjectState(project, "Project", null, Map.of("name", Value.of("Innovation hubs")),
                Map.of());
        return set(0, create(root), create(contained(codebook, "Codebook", project, "codebook")),
                create(contained(model, "HubModel", project, "hubModel")));
    }

    /** A change set of this client. */
    public ChangeSet set(long base, Change... changes) {
        return set(base, List.of(changes));
    }

    public ChangeSet set(long base, List<Change> changes) {
        return by(client, base, changes);
    }

    /** A change set of another client. */
    public ChangeSet by(UUID otherClient, long base, Change... changes) {
        return by(otherClient, base, List.of(changes));
    }

    public ChangeSet by(UUID otherClient, long base, List<Change> changes) {
        return new ChangeSet(Ids.next(), project, otherClient, base, "Change " + ++count, null, changes);
    }

    public static Change create(ObjectState state) {
        return new Change.Create(state);
    }

    public static Change put(UUID object, String feature, String old, String now) {
        return new Change.Put(object, feature, Value.of(old), Value.of(now));
    }

    public ObjectState hub(String name) {
        return element("Hub", name, Map.of(), Map.of());
    }

    public ObjectState hub(String name, UUID partOf) {
        return element("Hub", name, Map.of("partOf", Value.ref(partOf)), Map.of());
    }

    /** A mechanism of these hubs. */
    public ObjectState mechanism(String name, UUID... hubs) {
        Set<Value> refs = new LinkedHashSet<>();
        for (UUID hub : hubs) {
            refs.add(Value.ref(hub));
        }
        return element("Mechanism", name, Map.of(), Map.of("hubs", refs));
    }

    public ObjectState element(String type, String name, Map<String, Value> values, Map<String, Set<Value>> items) {
        Map<String, Value> all = new TreeMap<>(values);
        all.put("nameZh", Value.of(name));
        all.put("key", Value.of(type.toLowerCase(Locale.ROOT) + "." + name));
        items = new TreeMap<>(items);
        items.values().removeIf(Set::isEmpty);
        return new ObjectState(Ids.next(), type, new Placement(model, "elements", nextOrder()), all, items);
    }

    public ObjectState fact(UUID element, String key, String text) {
        return new ObjectState(Ids.next(), "Fact", new Placement(element, "facts", nextOrder()),
                Map.of("key", Value.of(key), "text", Value.of(text)), Map.of());
    }

    public ObjectState code(String name) {
        return new ObjectState(Ids.next(), "Code", new Placement(codebook, "codes", nextOrder()),
                Map.of("nameZh", Value.of(name)), Map.of());
    }

    public Briefing briefing(String title) {
        return new Briefing(Ids.next(), project, nextOrder(), "doc." + title, title, null, null, null, null, "2024",
                "zh", null);
    }

    public static EditionText text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new EditionText(SourceText.sha256(bytes), text, SourceText.sha256(bytes), bytes);
    }

    public Edition edition(Briefing briefing, EditionText text) {
        return new Edition(Ids.next(), briefing.id(), nextOrder(), "a.txt", "text/plain", "UTF-8", text.fileSha256(),
                text.textSha256(), text.text().length(), text.text().codePointCount(0, text.text().length()), "ann",
                "2026-01-01T00:00:00Z");
    }

    /** A passage over {@code text[start, end)}. */
    public Passage passage(Edition edition, EditionText text, int start, int end, UUID... codes) {
        return new Passage(Ids.next(), edition.id(), nextOrder(), Anchor.of(text.text(), start, end), Set.of(codes), null,
                "ann", "2026-01-01T00:00:00Z");
    }

    public Evidence evidence(Passage passage, UUID target) {
        return new Evidence(Ids.next(), passage.id(), nextOrder(), target, null, "states", Stance.SUPPORTS, 2, null,
                "ann", "2026-01-01T00:00:00Z");
    }

    /** One create for each. */
    public static List<Change> creates(List<ObjectState> states) {
        List<Change> changes = new ArrayList<>();
        states.forEach(state -> changes.add(create(state)));
        return changes;
    }

    private ObjectState contained(UUID id, String type, UUID container, String feature) {
        return new ObjectState(id, type, new Placement(container, feature, nextOrder()), Map.of(), Map.of());
    }

    private String nextOrder() {
        return OrderKeys.nth(count++);
    }
}
