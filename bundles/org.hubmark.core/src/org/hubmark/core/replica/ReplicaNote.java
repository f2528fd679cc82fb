package org.hubmark.core.replica;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * What is noted beside the database of a replica once it is whole: how far it is, and what else one has to know of the
 * server when it is away.
 *
 * @param mark the newest revision in it
 * @param when it was brought up to date last
 * @param own the member whose replica it is
 * @param members all members of the server's database, that one included
 * @param size of the files in bytes when the replica was made
 */
record ReplicaNote(Mark mark, Instant when, Member own, List<Member> members, long size) {

    ReplicaNote {
        members = List.copyOf(members);
    }

    ReplicaNote withOwn(Member now) {
        return new ReplicaNote(mark, when, now, members, size);
    }

    ReplicaNote withMembers(List<Member> now) {
        return new ReplicaNote(mark, when, own, now, size);
    }

    ReplicaNote withMark(Mark now, Instant at) {
        return new ReplicaNote(now, at, own, members, size);
    }

    ReplicaNote withSize(long now) {
        return new ReplicaNote(mark, when, own, members, now);
    }

    String format() {
        JsonObject json = new JsonObject();
        json.addProperty("revision", mark.number());
        json.addProperty("changeSet", mark.changeSet().toString());
        json.addProperty("when", when.toString());
        json.addProperty("size", size);
        json.add("own", json(own));
        JsonArray all = new JsonArray();
        members.forEach(member -> all.add(json(member)));
        json.add("members", all);
        return json.toString();
    }

    /** @throws IllegalArgumentException if it is none */
    static ReplicaNote parse(String text) {
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            List<Member> members = new ArrayList<>();
            json.getAsJsonArray("members").forEach(member -> members.add(member(member)));
            return new ReplicaNote(
                    new Mark(json.get("revision").getAsLong(), UUID.fromString(json.get("changeSet").getAsString())),
                    Instant.parse(json.get("when").getAsString()), member(json.get("own")), members,
                    json.get("size").getAsLong());
        } catch (JsonParseException | IllegalStateException | NullPointerException | DateTimeParseException e) {
            throw new IllegalArgumentException("no note of a replica", e);
        }
    }

    private static JsonObject json(Member member) {
        JsonObject json = new JsonObject();
        json.addProperty("account", member.account());
        json.addProperty("name", member.name());
        json.addProperty("role", member.role().word());
        return json;
    }

    private static Member member(JsonElement element) {
        JsonObject json = element.getAsJsonObject();
        return new Member(json.get("account").getAsString(), json.get("name").getAsString(),
                Role.of(json.get("role").getAsString()));
    }
}
