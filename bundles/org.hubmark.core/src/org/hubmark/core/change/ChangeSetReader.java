package org.hubmark.core.change;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** The reading half of {@link ChangeSetCodec}. */
final class ChangeSetReader {

    /** More digits, or a longer exponent, than any stated figure has; a database keeps no more exactly. */
    private static final int MAX_DIGITS = 100;
    private static final int UUID_LENGTH = 36;

    private ChangeSetReader() {
    }

    static JsonElement tree(String json) throws MalformedChangeSetException {
        try (JsonReader in = new JsonReader(new StringReader(json))) {
            in.setStrictness(Strictness.STRICT);
            JsonElement tree = JsonParser.parseReader(in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedChangeSetException("text after the end");
            }
            return tree;
        } catch (IOException | JsonParseException e) {
            throw new MalformedChangeSetException("not JSON: " + e.getMessage(), e);
        }
    }

    static ChangeSet changeSet(JsonElement json) throws MalformedChangeSetException {
        JsonObject in = object(json, "change set");
        only(in, Set.of("id", "project", "client", "base", "label", "changes"), Set.of("undoes"));
        List<Change> changes = new ArrayList<>();
        for (JsonElement change : array(in.get("changes"), "changes")) {
            changes.add(change(change));
        }
        return new ChangeSet(id(in, "id"), id(in, "project"), id(in, "client"), whole(in, "base"),
                text(in, "label"), in.has("undoes") ? id(in, "undoes") : null, changes);
    }

    static Change change(JsonElement json) throws MalformedChangeSetException {
        JsonObject in = object(json, "change");
        if (in.isEmpty()) {
            throw new MalformedChangeSetException("an empty change");
        }
        String step = in.keySet().iterator().next();
        switch (step) {
            case "create", "delete", "restore" -> only(in, Set.of(step), Set.of());
            case "put" -> only(in, Set.of(step, "feature", "old", "now"), Set.of());
            case "add", "remove" -> only(in, Set.of(step, "feature", "item"), Set.of());
            case "move" -> only(in, Set.of(step, "old", "now"), Set.of());
            default -> throw new MalformedChangeSetException("unknown step " + step);
        }
        return switch (step) {
            case "create" -> new Change.Create(state(in.get(step)));
            case "delete" -> new Change.Delete(state(in.get(step)));
            case "restore" -> new Change.Restore(state(in.get(step)));
            case "put" -> new Change.Put(id(in, step), name(in), value(in.get("old")), value(in.get("now")));
            case "add" -> new Change.Add(id(in, step), name(in), item(in.get("item")));
            case "remove" -> new Change.Remove(id(in, step), name(in), item(in.get("item")));
            default -> new Change.Move(id(in, step), placement(in.get("old")), placement(in.get("now")));
        };
    }

    static ObjectState state(JsonElement json) throws MalformedChangeSetException {
        JsonObject in = object(json, "object");
        only(in, Set.of("id", "type", "in", "values", "items"), Set.of());
        Map<String, Value> values = new TreeMap<>();
        for (Map.Entry<String, JsonElement> feature : object(in.get("values"), "values").entrySet()) {
            values.put(feature.getKey(), item(feature.getValue()));
        }
        Map<String, Set<Value>> items = new TreeMap<>();
        for (Map.Entry<String, JsonElement> feature : object(in.get("items"), "items").entrySet()) {
            Set<Value> set = new LinkedHashSet<>();
            for (JsonElement item : array(feature.getValue(), feature.getKey())) {
                set.add(item(item));
            }
            items.put(feature.getKey(), set);
        }
        return new ObjectState(id(in, "id"), text(in, "type"), placement(in.get("in")), values, items);
    }

    static Placement placement(JsonElement json) throws MalformedChangeSetException {
        if (json.isJsonNull()) {
            return null;
        }
        JsonObject in = object(json, "placement");
        only(in, Set.of("container", "feature", "order"), Set.of());
        return new Placement(id(in, "container"), name(in), text(in, "order"));
    }

    static Value value(JsonElement json) throws MalformedChangeSetException {
        return json.isJsonNull() ? null : item(json);
    }

    private static Value item(JsonElement json) throws MalformedChangeSetException {
        if (json instanceof JsonPrimitive primitive) {
            if (primitive.isBoolean()) {
                return Value.of(primitive.getAsBoolean());
            }
            return primitive.isNumber() ? new Value.Number(number(primitive)) : Value.of(primitive.getAsString());
        }
        JsonObject in = object(json, "value");
        only(in, Set.of("ref"), Set.of());
        return Value.ref(id(in, "ref"));
    }

    private static BigDecimal number(JsonPrimitive json) throws MalformedChangeSetException {
        try {
            BigDecimal number = new BigDecimal(json.getAsString());
            if (number.precision() <= MAX_DIGITS && Math.abs((long) number.scale()) <= MAX_DIGITS) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new MalformedChangeSetException("not a number", e);
        }
        throw new MalformedChangeSetException("a number of more than " + MAX_DIGITS + " digits");
    }

    private static long whole(JsonObject in, String name) throws MalformedChangeSetException {
        if (in.get(name) instanceof JsonPrimitive json && json.isNumber()) {
            try {
                return number(json).longValueExact();
            } catch (ArithmeticException e) {
                throw new MalformedChangeSetException(name + " is not a whole number", e);
            }
        }
        throw new MalformedChangeSetException(name + " is not a number");
    }

    private static UUID id(JsonObject in, String name) throws MalformedChangeSetException {
        String text = text(in, name);
        try {
            UUID id = UUID.fromString(text);
            // UUID.fromString takes shortened forms too; they would be other texts for the same id
            if (text.length() == UUID_LENGTH) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedChangeSetException(name + " is not an id", e);
        }
        throw new MalformedChangeSetException(name + " is not an id");
    }

    private static String name(JsonObject in) throws MalformedChangeSetException {
        String name = text(in, "feature");
        if (name.isEmpty()) {
            throw new MalformedChangeSetException("a feature without a name");
        }
        return name;
    }

    private static String text(JsonObject in, String name) throws MalformedChangeSetException {
        if (in.get(name) instanceof JsonPrimitive json && json.isString()) {
            return json.getAsString();
        }
        throw new MalformedChangeSetException(name + " is not a text");
    }

    private static JsonObject object(JsonElement json, String what) throws MalformedChangeSetException {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw new MalformedChangeSetException(what + " is not an object");
    }

    private static JsonArray array(JsonElement json, String what) throws MalformedChangeSetException {
        if (json instanceof JsonArray array) {
            return array;
        }
        throw new MalformedChangeSetException(what + " is not a list");
    }

    private static void only(JsonObject in, Set<String> needed, Set<String> allowed)
            throws MalformedChangeSetException {
        for (String name : needed) {
            if (!in.has(name)) {
                throw new MalformedChangeSetException(name + " is missing");
            }
        }
        for (String name : in.keySet()) {
            if (!needed.contains(name) && !allowed.contains(name)) {
                throw new MalformedChangeSetException("unknown member " + name);
            }
        }
    }
}
