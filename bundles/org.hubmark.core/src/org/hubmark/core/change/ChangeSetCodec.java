package org.hubmark.core.change;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonWriter;

/**
 * Change sets as typed JSON: what the door of the store takes, the log keeps and the outbox holds. It can be read by a
 * person and needs no model: a text is a string, a number a number, a flag true or false, a reference
 * {@code {"ref": "uuid"}}, unset null. Reading is strict: what is unknown, missing or of the wrong kind is refused.
 * Without state; safe on any thread. Cost: linear in the length of the text.
 */
public final class ChangeSetCodec {

    private ChangeSetCodec() {
    }

    public static String write(ChangeSet changes) {
        return json(out -> {
            out.beginObject();
            out.name("id").value(changes.id().toString());
            out.name("project").value(changes.project().toString());
            out.name("client").value(changes.client().toString());
            out.name("base").value(changes.base());
            out.name("label").value(changes.label());
            if (changes.undoes() != null) {
                out.name("undoes").value(changes.undoes().toString());
            }
            out.name("changes").beginArray();
            for (Change change : changes.changes()) {
                change(out, change);
            }
            out.endArray().endObject();
        });
    }

    /** One step of a change set. */
    public static String writeChange(Change change) {
        return json(out -> change(out, change));
    }

    /** One value; null is unset. */
    public static String writeValue(Value value) {
        return json(out -> value(out, value));
    }

    /** One object. */
    public static String writeState(ObjectState state) {
        return json(out -> state(out, state));
    }

    /** One placement; null is that of the project itself. */
    public static String writePlacement(Placement placement) {
        return json(out -> placement(out, placement));
    }

    /** @throws MalformedChangeSetException if the text is not exactly one change set */
    public static ChangeSet read(String json) throws MalformedChangeSetException {
        return parse(json, ChangeSetReader::changeSet);
    }

    /** @throws MalformedChangeSetException if the text is not exactly one change */
    public static Change readChange(String json) throws MalformedChangeSetException {
        return parse(json, ChangeSetReader::change);
    }

    /** @throws MalformedChangeSetException if the text is not exactly one value or null */
    public static Value readValue(String json) throws MalformedChangeSetException {
        return parse(json, ChangeSetReader::value);
    }

    /** @throws MalformedChangeSetException if the text is not exactly one object */
    public static ObjectState readState(String json) throws MalformedChangeSetException {
        return parse(json, ChangeSetReader::state);
    }

    /** @throws MalformedChangeSetException if the text is not exactly one placement or null */
    public static Placement readPlacement(String json) throws MalformedChangeSetException {
        return parse(json, ChangeSetReader::placement);
    }

    private interface Reading<T> {
        T read(JsonElement json) throws MalformedChangeSetException;
    }

    private interface Writing {
        void write(JsonWriter out) throws IOException;
    }

    private static <T> T parse(String json, Reading<T> reading) throws MalformedChangeSetException {
        return reading.read(ChangeSetReader.tree(json));
    }

    private static String json(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.setHtmlSafe(false);
            out.setSerializeNulls(true);
            writing.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be written", e);
        }
        return text.toString();
    }

    private static void change(JsonWriter out, Change change) throws IOException {
        out.beginObject();
        switch (change) {
            case Change.Create(ObjectState state) -> state(out.name("create"), state);
            case Change.Delete(ObjectState last) -> state(out.name("delete"), last);
            case Change.Restore(ObjectState last) -> state(out.name("restore"), last);
            case Change.Put(UUID object, String feature, Value old, Value now) -> {
                feature(out, "put", object, feature);
                value(out.name("old"), old);
                value(out.name("now"), now);
            }
            case Change.Add(UUID object, String feature, Value item) -> {
                feature(out, "add", object, feature);
                value(out.name("item"), item);
            }
            case Change.Remove(UUID object, String feature, Value item) -> {
                feature(out, "remove", object, feature);
                value(out.name("item"), item);
            }
            case Change.Move(UUID object, Placement old, Placement now) -> {
                out.name("move").value(object.toString());
                placement(out.name("old"), old);
                placement(out.name("now"), now);
            }
        }
        out.endObject();
    }

    private static void feature(JsonWriter out, String step, UUID object, String feature) throws IOException {
        out.name(step).value(object.toString());
        out.name("feature").value(feature);
    }

    private static void state(JsonWriter out, ObjectState state) throws IOException {
        out.beginObject();
        out.name("id").value(state.id().toString());
        out.name("type").value(state.type());
        placement(out.name("in"), state.placement());
        out.name("values").beginObject();
        for (Map.Entry<String, Value> feature : state.values().entrySet()) {
            value(out.name(feature.getKey()), feature.getValue());
        }
        out.endObject();
        out.name("items").beginObject();
        for (Map.Entry<String, Set<Value>> feature : state.items().entrySet()) {
            out.name(feature.getKey()).beginArray();
            for (Value item : feature.getValue()) {
                value(out, item);
            }
            out.endArray();
        }
        out.endObject().endObject();
    }

    private static void placement(JsonWriter out, Placement placement) throws IOException {
        if (placement == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("container").value(placement.container().toString());
        out.name("feature").value(placement.feature());
        out.name("order").value(placement.order());
        out.endObject();
    }

    private static void value(JsonWriter out, Value value) throws IOException {
        switch (value) {
            case null -> out.nullValue();
            case Value.Text(String text) -> out.value(text);
            case Value.Number(var number) -> out.value(number);
            case Value.Flag(boolean flag) -> out.value(flag);
            case Value.Ref(UUID id) -> out.beginObject().name("ref").value(id.toString()).endObject();
        }
    }
}
