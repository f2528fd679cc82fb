package org.hubmark.core.pack;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.hubmark.core.change.Value;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * One line of {@code model.json}.
 *
 * @param key its address: its own key, or for what has none the container's, a slash and a name
 * @param container the address of the container, or null for one that stands in the hub model itself
 * @param items many-valued attributes
 * @param refs addresses of what it refers to, by feature
 * @param many the features among {@code refs} that are many-valued
 */
record SeedObject(String type, String key, String container, String feature, Map<String, Value> values,
        Map<String, Set<Value>> items, Map<String, Set<String>> refs, Set<String> many) {

    static SeedObject of(JsonObject line) {
        Map<String, Value> values = new TreeMap<>();
        Map<String, Set<Value>> items = new TreeMap<>();
        fields(line, "values").forEach((feature, value) -> {
            if (value.isJsonArray()) {
                Set<Value> set = new LinkedHashSet<>();
                value.getAsJsonArray().forEach(item -> set.add(value(item)));
                items.put(feature, set);
            } else {
                values.put(feature, value(value));
            }
        });
        Map<String, Set<String>> refs = new TreeMap<>();
        Set<String> many = new LinkedHashSet<>();
        fields(line, "refs").forEach((feature, value) -> {
            Set<String> targets = refs.computeIfAbsent(feature, f -> new LinkedHashSet<>());
            if (value.isJsonArray()) {
                many.add(feature);
                value.getAsJsonArray().forEach(target -> targets.add(target.getAsString()));
            } else {
                targets.add(value.getAsString());
            }
        });
        return new SeedObject(text(line, "type"), text(line, "key"), text(line, "in"), text(line, "feature"), values,
                items, refs, many);
    }

    /** Whether it is known by its key, not only by its place. */
    boolean keyed() {
        return values.get("key") instanceof Value.Text(String own) && own.equals(key);
    }

    static String text(JsonObject object, String field) {
        JsonElement value = object.get(field);
        return value == null || value.isJsonNull() ? null : value.getAsString();
    }

    private static Map<String, JsonElement> fields(JsonObject line, String name) {
        return line.has(name) ? new LinkedHashMap<>(line.getAsJsonObject(name).asMap()) : Map.of();
    }

    private static Value value(JsonElement element) {
        JsonPrimitive primitive = element.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return Value.of(primitive.getAsBoolean());
        }
        return primitive.isNumber() ? Value.of(primitive.getAsBigDecimal()) : Value.of(primitive.getAsString());
    }
}
