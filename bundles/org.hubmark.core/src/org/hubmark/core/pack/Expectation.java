package org.hubmark.core.pack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * What a project holds when all known briefings are in it.
 *
 * @param objects keys of objects
 * @param references relations that are references of an object: key, object, feature, target
 * @param evidence relations that are evidence of a briefing: key, briefing, role
 */
record Expectation(int records, int ranges, int links, List<String> objects, List<List<String>> references,
        List<List<String>> evidence) {

    static Expectation read(SeedFolder seeds) throws IOException {
        JsonObject json = seeds.json("expected.json").getAsJsonObject();
        List<String> objects = new ArrayList<>();
        json.getAsJsonArray("objects").forEach(key -> objects.add(key.getAsString()));
        return new Expectation(json.get("records").getAsInt(), json.get("ranges").getAsInt(),
                json.get("links").getAsInt(), objects, rows(json.getAsJsonArray("references")),
                rows(json.getAsJsonArray("evidence")));
    }

    private static List<List<String>> rows(JsonArray array) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonElement row : array) {
            rows.add(row.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList());
        }
        return rows;
    }
}
