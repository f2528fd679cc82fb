package org.hubmark.core.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ChangeSetCodec;
import org.hubmark.core.change.MalformedChangeSetException;
import org.hubmark.core.change.Value;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Change sets and contentions as the JSON that a conflict keeps them in. Without state; safe on any thread. */
public final class ConflictCodec {

    private ConflictCodec() {
    }

    public static String writeSets(List<ChangeSet> sets) {
        return "[" + String.join(",", sets.stream().map(ChangeSetCodec::write).toList()) + "]";
    }

    /** @throws MalformedChangeSetException if the text is not exactly a list of change sets */
    public static List<ChangeSet> readSets(String json) throws MalformedChangeSetException {
        List<ChangeSet> sets = new ArrayList<>();
        for (JsonElement set : array(json)) {
            sets.add(ChangeSetCodec.read(set.toString()));
        }
        return sets;
    }

    static String writeDetails(List<Contention> details) {
        JsonArray all = new JsonArray();
        details.forEach(detail -> all.add(write(detail)));
        return all.toString();
    }

    static List<Contention> readDetails(String json) throws MalformedChangeSetException {
        List<Contention> details = new ArrayList<>();
        for (JsonElement detail : array(json)) {
            details.add(read(detail));
        }
        return details;
    }

    private static JsonArray array(String json) throws MalformedChangeSetException {
        try {
            return JsonParser.parseString(json).getAsJsonArray();
        } catch (JsonParseException | IllegalStateException e) {
            throw new MalformedChangeSetException("not a list: " + e.getMessage(), e);
        }
    }

    private static JsonObject write(Contention detail) {
        JsonObject out = new JsonObject();
        out.addProperty("kind", detail.kind().name());
        out.addProperty("object", detail.object().toString());
        if (detail.feature() != null) {
            out.addProperty("feature", detail.feature());
        }
        add(out, "base", detail.base());
        add(out, "mine", detail.mine());
        add(out, "theirs", detail.theirs());
        out.addProperty("who", detail.who());
        out.addProperty("when", detail.when());
        out.addProperty("revision", detail.revision());
        if (detail.subject() != null) {
            out.add("subject", JsonParser.parseString(ChangeSetCodec.writeState(detail.subject())));
        }
        JsonArray their = new JsonArray();
        detail.their().forEach(change -> their.add(JsonParser.parseString(ChangeSetCodec.writeChange(change))));
        out.add("their", their);
        return out;
    }

    private static void add(JsonObject out, String name, Value value) {
        if (value != null) {
            out.add(name, JsonParser.parseString(ChangeSetCodec.writeValue(value)));
        }
    }

    private static Contention read(JsonElement json) throws MalformedChangeSetException {
        try {
            JsonObject in = json.getAsJsonObject();
            List<Change> their = new ArrayList<>();
            for (JsonElement change : in.getAsJsonArray("their")) {
                their.add(ChangeSetCodec.readChange(change.toString()));
            }
            return new Contention(Contention.Kind.valueOf(in.get("kind").getAsString()),
                    UUID.fromString(in.get("object").getAsString()),
                    in.has("feature") ? in.get("feature").getAsString() : null, value(in, "base"), value(in, "mine"),
                    value(in, "theirs"), in.get("who").getAsString(), in.get("when").getAsString(),
                    in.get("revision").getAsLong(),
                    in.has("subject") ? ChangeSetCodec.readState(in.get("subject").toString()) : null, their);
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
            throw new MalformedChangeSetException("not a contention: " + e.getMessage(), e);
        }
    }

    private static Value value(JsonObject in, String name) throws MalformedChangeSetException {
        return in.has(name) ? ChangeSetCodec.readValue(in.get(name).toString()) : null;
    }
}
