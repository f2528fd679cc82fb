package org.hubmark.core.briefing;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hubmark.core.change.Value;

/** What the records of this package share when they turn into object states and back. */
final class Records {

    private Records() {
    }

    static void put(Map<String, Value> values, String feature, String text) {
        if (text != null) {
            values.put(feature, Value.of(text));
        }
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    static Set<UUID> ids(Set<Value> refs) {
        return refs.stream().map(v -> ((Value.Ref) v).id()).collect(Collectors.toUnmodifiableSet());
    }

    static Set<Value> refs(Set<UUID> ids) {
        return ids.stream().sorted().map(Value::ref).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
