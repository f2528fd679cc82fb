package org.hubmark.store.sql;

import java.time.Instant;
import java.util.List;

import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ChangeSetCodec;
import org.hubmark.core.store.Revision;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * Revisions on their way into another database, as one text: an array of objects with number, author, when (ISO 8601,
 * UTC) and set, which is the change set as {@link ChangeSetCodec} writes it.
 */
final class RevisionsCodec {

    private RevisionsCodec() {
    }

    static String write(List<Revision> revisions) {
        JsonArray array = new JsonArray();
        for (Revision revision : revisions) {
            JsonObject json = new JsonObject();
            json.addProperty("number", revision.number());
            json.addProperty("author", revision.author());
            json.addProperty("when", revision.when().toString());
            json.add("set", JsonParser.parseString(ChangeSetCodec.write(set(revision))));
            array.add(json);
        }
        return array.toString();
    }

    /** One revision that the door has just made of a change set. */
    static String entry(long number, String author, Instant when, String set) {
        JsonObject head = new JsonObject();
        head.addProperty("number", number);
        head.addProperty("author", author);
        head.addProperty("when", when.toString());
        String text = head.toString();
        return text.substring(0, text.length() - 1) + ",\"set\":" + set + "}";
    }

    private static ChangeSet set(Revision r) {
        return new ChangeSet(r.changeSet(), r.project(), r.client(), r.number() - 1, r.label(), r.undoes(), r.changes());
    }
}
