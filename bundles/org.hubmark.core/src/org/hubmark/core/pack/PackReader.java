package org.hubmark.core.pack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.hubmark.core.briefing.Stance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Reads packs from JSON. */
final class PackReader {

    private PackReader() {
    }

    static Pack read(SeedFolder seeds, String name) throws IOException {
        try {
            return pack(seeds.json(name).getAsJsonObject());
        } catch (IllegalStateException | NullPointerException | IllegalArgumentException e) {
            throw new IOException("seeds/" + name + " is not a pack: " + e.getMessage(), e);
        }
    }

    private static Pack pack(JsonObject json) {
        Map<String, String> briefing = new TreeMap<>();
        json.getAsJsonObject("briefing").asMap().forEach((field, value) -> {
            if (!value.isJsonNull()) {
                briefing.put(field, value.getAsString());
            }
        });
        return new Pack(json.get("key").getAsString(), briefing, json.get("fileSha256").getAsString(),
                json.get("textSha256").getAsString(), json.get("codePoints").getAsInt(),
                list(json, "parts", part -> part(part.getAsJsonObject())),
                list(json, "wordings", wording -> wording(wording.getAsJsonArray())),
                list(json, "passages", passage -> passage(passage.getAsJsonObject())));
    }

    private static Pack.PackPart part(JsonObject part) {
        return new Pack.PackPart(part.get("key").getAsString(), part.get("kind").getAsString(),
                SeedObject.text(part, "number"), SeedObject.text(part, "title"), part.get("start").getAsInt(),
                part.get("end").getAsInt());
    }

    private static Pack.Wording wording(JsonArray wording) {
        return new Pack.Wording(wording.get(0).getAsString(), wording.get(1).getAsString(), wording.get(2).getAsInt(),
                wording.get(3).getAsInt());
    }

    private static Pack.PackPassage passage(JsonObject passage) {
        return new Pack.PackPassage(passage.get("start").getAsInt(), passage.get("end").getAsInt(),
                passage.get("sha256").getAsString(), list(passage, "links", link -> link(link.getAsJsonArray())));
    }

    private static Pack.Link link(JsonArray link) {
        return new Pack.Link(link.get(0).getAsString(), text(link.get(1)), text(link.get(2)),
                Stance.of(link.get(3).getAsString()));
    }

    private static String text(JsonElement element) {
        return element.isJsonNull() ? null : element.getAsString();
    }

    private static <T> List<T> list(JsonObject json, String name, Function<JsonElement, T> of) {
        List<T> list = new ArrayList<>();
        json.getAsJsonArray(name).forEach(element -> list.add(of.apply(element)));
        return list;
    }
}
