package org.hubmark.store.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;

import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ChangeSetCodec;
import org.hubmark.core.change.MalformedChangeSetException;
import org.hubmark.core.store.Role;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * Takes over revisions of another database as they are, author and time included. This is the one way by which a log can
 * name an author who did not come through this door, so only administrators may take it. One transaction.
 */
final class LogReplay {

    /** @param refused null or why not; {@code revision} is the newest one then, 0 if nothing was written */
    record Outcome(String refused, UUID project, long revision) {
    }

    private final Statements statements;
    private final ChangeSetCommit commit;

    LogReplay(Statements statements) {
        this.statements = statements;
        this.commit = new ChangeSetCommit(statements);
    }

    Outcome run(String account, String payload) throws SQLException {
        try {
            MemberRow.of(statements, account, null, Role.ADMINISTRATOR);
            UUID project = null;
            long newest = 0;
            for (JsonElement element : JsonParser.parseString(payload).getAsJsonArray()) {
                JsonObject json = element.getAsJsonObject();
                ChangeSet set = ChangeSetCodec.read(json.get("set").toString());
                project = set.project();
                newest = take(json, set);
            }
            return new Outcome(null, project, newest);
        } catch (JsonParseException | IllegalStateException | MalformedChangeSetException | DateTimeParseException e) {
            return new Outcome(Answers.refused(new RefusedException(Refusal.MALFORMED, e.getMessage())), null, 0);
        } catch (RefusedException e) {
            return new Outcome(Answers.refused(e), null, 0);
        }
    }

    private long take(JsonObject json, ChangeSet set) throws SQLException, RefusedException {
        long number = json.get("number").getAsLong();
        long newest = commit.lock(set.project());
        if (commit.knownAs(set.id()) == number) {
            return newest;
        }
        if (number != Math.max(newest, 0) + 1) {
            throw new RefusedException(Refusal.NOT_NEXT, number);
        }
        ChangeSetCommit.Outcome outcome = commit.write(set, newest, json.get("author").getAsString(),
                Instant.parse(json.get("when").getAsString()));
        if (outcome.revision() != number) {
            throw new RefusedException(Refusal.NOT_NEXT, number);
        }
        return number;
    }
}
