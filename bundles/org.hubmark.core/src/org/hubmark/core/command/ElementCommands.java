package org.hubmark.core.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.eclipse.emf.ecore.EClass;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.session.Session;

/**
 * What an analyst does with elements of the hub model, as changes for {@code Session.execute}. The lists of several
 * commands may be joined into one step of the user; the id of what is created is that of the first change. Simple
 * edits of features are EMF.Edit commands instead. Model thread.
 */
public final class ElementCommands {

    private ElementCommands() {
    }

    /** A new element at the end of the hub model. Names may be null. */
    public static List<Change> create(Session session, EClass type, String nameZh, String nameEn) {
        Map<String, Value> values = new TreeMap<>();
        put(values, "nameZh", Value.of(nameZh));
        put(values, "nameEn", Value.of(nameEn));
        return List.of(element(session, type.getName(), values));
    }

    /**
     * A new fact at the end of an element's or row's facts. Either of {@code text} and {@code quantity} may be null.
     */
    public static List<Change> addFact(Session session, UUID owner, String key, String text, QuantityDraft quantity) {
        Map<String, Value> values = new TreeMap<>();
        put(values, "key", Value.of(key));
        put(values, "text", Value.of(text));
        UUID fact = Ids.next();
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Create(new ObjectState(fact, "Fact",
                new Placement(owner, "facts", session.orderAtEnd(owner, "facts")), values, Map.of())));
        addQuantity(changes, fact, quantity);
        return changes;
    }

    /** A new metric of a subject. {@code nameZh} and {@code quantity} may be null. */
    public static List<Change> addMetric(Session session, UUID subject, String nameZh, String measure,
            QuantityDraft quantity) {
        Map<String, Value> values = new TreeMap<>();
        put(values, "nameZh", Value.of(nameZh));
        put(values, "measure", Value.of(measure));
        values.put("subject", Value.ref(subject));
        List<Change> changes = new ArrayList<>();
        changes.add(element(session, "Metric", values));
        addQuantity(changes, changes.getFirst().object(), quantity);
        return changes;
    }

    /** A new relation between two elements. {@code type} is a relation type of the hub model. */
    public static List<Change> addRelation(Session session, UUID source, UUID type, UUID target) {
        return List.of(element(session, "Relation",
                Map.of("source", Value.ref(source), "type", Value.ref(type), "target", Value.ref(target))));
    }

    /**
     * Deletes objects of the model with all they contain, every reference to them, and their evidence. Asks the store,
     * therefore comes later, on the model thread; fails with a {@code StoreException} when the store can't be asked.
     */
    public static CompletableFuture<List<Change>> delete(Session session, Set<UUID> objects) {
        return new Deletion(session, objects).changes();
    }

    private static Change element(Session session, String type, Map<String, Value> values) {
        UUID model = Session.id(session.project().getHubModel());
        return new Change.Create(new ObjectState(Ids.next(), type,
                new Placement(model, "elements", session.orderAtEnd(model, "elements")), values, Map.of()));
    }

    private static void addQuantity(List<Change> changes, UUID owner, QuantityDraft quantity) {
        if (quantity != null) {
            changes.add(new Change.Create(new ObjectState(Ids.next(), "Quantity",
                    new Placement(owner, "quantity", OrderKeys.nth(0)), quantity.values(), Map.of())));
        }
    }

    private static void put(Map<String, Value> values, String feature, Value value) {
        if (value != null) {
            values.put(feature, value);
        }
    }
}
