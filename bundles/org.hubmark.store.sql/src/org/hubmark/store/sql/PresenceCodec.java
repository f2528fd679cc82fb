package org.hubmark.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.hubmark.core.store.Presence;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Who is at work, as one text: an array of objects with client, account, name, and object and detail if there are any. */
final class PresenceCodec {

    private PresenceCodec() {
    }

    static String write(List<Presence> all) {
        JsonArray array = new JsonArray();
        for (Presence presence : all) {
            JsonObject json = new JsonObject();
            json.addProperty("client", presence.client().toString());
            json.addProperty("account", presence.account());
            json.addProperty("name", presence.name());
            add(json, "object", presence.place().object());
            add(json, "detail", presence.place().detail());
            array.add(json);
        }
        return array.toString();
    }

    static List<Presence> read(String text) {
        List<Presence> all = new ArrayList<>();
        for (JsonElement element : JsonParser.parseString(text).getAsJsonArray()) {
            JsonObject json = element.getAsJsonObject();
            all.add(new Presence(id(json, "client"), json.get("account").getAsString(), json.get("name").getAsString(),
                    new Presence.Place(id(json, "object"), id(json, "detail"))));
        }
        return all;
    }

    private static void add(JsonObject json, String name, UUID id) {
        if (id != null) {
            json.addProperty(name, id.toString());
        }
    }

    private static UUID id(JsonObject json, String name) {
        JsonElement value = json.get(name);
        return value == null || value.isJsonNull() ? null : UUID.fromString(value.getAsString());
    }
}
