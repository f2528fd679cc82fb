package org.hubmark.core.change;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One object at one revision: its single-valued features in {@code values} (an unset feature has no entry), its
 * many-valued ones in {@code items} (sets: their order carries no meaning). {@code placement} is null for the project
 * itself. Contained objects are not in it; they name this one in their own placement. Immutable.
 */
public record ObjectState(UUID id, String type, Placement placement, Map<String, Value> values,
        Map<String, Set<Value>> items) {

    public ObjectState {
        values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
        Map<String, Set<Value>> copy = new TreeMap<>();
        items.forEach((feature, set) -> copy.put(feature, java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(set))));
        items = java.util.Collections.unmodifiableMap(copy);
    }

    /** The text of a feature, or null. */
    public String text(String feature) {
        return values.get(feature) instanceof Value.Text(String text) ? text : null;
    }

    /** The target of a reference, or null. */
    public UUID ref(String feature) {
        return values.get(feature) instanceof Value.Ref(UUID id) ? id : null;
    }

    /** The number of a feature as an int, or {@code otherwise}. */
    public int number(String feature, int otherwise) {
        return values.get(feature) instanceof Value.Number n ? n.number().intValueExact() : otherwise;
    }

    public boolean flag(String feature) {
        return values.get(feature) instanceof Value.Flag(boolean flag) && flag;
    }

    /** The items of a many-valued feature; empty, never null. */
    public Set<Value> set(String feature) {
        return items.getOrDefault(feature, Set.of());
    }

    /** The container's id, or null for the project. */
    public UUID container() {
        return placement == null ? null : placement.container();
    }
}
