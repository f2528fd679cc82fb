package org.hubmark.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.hubmark.core.change.ChangeSetCodec;
import org.hubmark.core.change.MalformedChangeSetException;
import org.hubmark.core.change.Value;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.ConflictDetail;
import org.hubmark.core.store.StoreException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** What the door answers, as the one text that comes back over the wire. */
final class Answers {

    private Answers() {
    }

    static String accepted(long revision) {
        JsonObject json = new JsonObject();
        json.addProperty("accepted", revision);
        return json.toString();
    }

    static boolean isAccepted(String answer) {
        return answer.startsWith("{\"accepted\":");
    }

    static String refused(RefusedException refused) {
        JsonObject json = new JsonObject();
        json.addProperty("refused", refused.refusal().name());
        json.addProperty("detail", refused.detail());
        return json.toString();
    }

    static String conflict(List<ConflictDetail> details) {
        JsonArray list = new JsonArray();
        for (ConflictDetail detail : details) {
            JsonObject json = new JsonObject();
            json.addProperty("object", detail.object().toString());
            json.addProperty("feature", detail.feature());
            json.addProperty("base", ChangeSetCodec.writeValue(detail.base()));
            json.addProperty("mine", ChangeSetCodec.writeValue(detail.mine()));
            json.addProperty("theirs", ChangeSetCodec.writeValue(detail.theirs()));
            json.addProperty("who", detail.who());
            json.addProperty("when", detail.when());
            json.addProperty("revision", detail.revision());
            list.add(json);
        }
        JsonObject json = new JsonObject();
        json.add("conflict", list);
        return json.toString();
    }

    /** The answer as the client sees it, in the language of {@code messages}. */
    static CommitResult read(String answer, Messages messages) {
        JsonObject json = JsonParser.parseString(answer).getAsJsonObject();
        if (json.has("accepted")) {
            return new CommitResult.Accepted(json.get("accepted").getAsLong());
        }
        if (json.has("refused")) {
            Refusal refusal = Refusal.valueOf(json.get("refused").getAsString());
            return new CommitResult.Refused(refusal.reason(),
                    refusal.message(messages, json.get("detail").getAsString()));
        }
        List<ConflictDetail> details = new ArrayList<>();
        for (JsonElement detail : json.getAsJsonArray("conflict")) {
            details.add(detail(detail.getAsJsonObject()));
        }
        return new CommitResult.Conflict(details);
    }

    /** Of what is either done or refused. @throws StoreException of kind REFUSED, unless the answer is null */
    static void expectNone(String answer) throws StoreException {
        if (answer != null && read(answer, Messages.of(Answers.class)) instanceof CommitResult.Refused why) {
            throw new StoreException(StoreException.Kind.REFUSED, why.message());
        }
    }

    private static ConflictDetail detail(JsonObject json) {
        JsonElement feature = json.get("feature");
        return new ConflictDetail(UUID.fromString(json.get("object").getAsString()),
                feature == null || feature.isJsonNull() ? null : feature.getAsString(), value(json, "base"),
                value(json, "mine"), value(json, "theirs"), json.get("who").getAsString(),
                json.get("when").getAsString(), json.get("revision").getAsLong());
    }

    private static Value value(JsonObject json, String name) {
        try {
            return ChangeSetCodec.readValue(json.get(name).getAsString());
        } catch (MalformedChangeSetException e) {
            throw new JsonParseException("the door answered nonsense", e);
        }
    }
}
