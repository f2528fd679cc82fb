package org.hubmark.core.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hubmark.testing.Originals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The passages of the inventory of the originals, in UTF-16 units of their canonical texts. */
record Inventory(Map<String, String> texts, List<Entry> entries) {

    /** A passage of a record. */
    record Entry(String id, String kind, String role, String file, Segment segment) {
    }

    /** Only where the originals are. */
    static Inventory load() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : Originals.files()) {
            texts.put(file.getFileName().toString(), Canonical.of(Files.readString(file), replaced -> {
            }).text());
        }
        List<Entry> entries = new ArrayList<>();
        Path inventory = Originals.seeds().orElseThrow().resolve("inventory.json");
        for (JsonElement element : JsonParser.parseString(Files.readString(inventory)).getAsJsonArray()) {
            JsonObject found = element.getAsJsonObject();
            for (JsonElement passage : found.getAsJsonArray("passages")) {
                entries.add(entry(found, passage.getAsJsonObject(), texts));
            }
        }
        return new Inventory(texts, entries);
    }

    private static Entry entry(JsonObject found, JsonObject passage, Map<String, String> texts) {
        String file = passage.get("seed").getAsString();
        CodePoints points = new CodePoints(texts.get(file));
        Segment segment = new Segment(points.toUtf16(passage.get("start").getAsInt()),
                points.toUtf16(passage.get("end").getAsInt()));
        String role = passage.has("role") ? passage.get("role").getAsString() : "";
        return new Entry(found.get("id").getAsString(), found.get("kind").getAsString(), role, file, segment);
    }
}
