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
            Outcome outcome = new Outcome(null, null, 0);
            for (JsonElement element : JsonParser.parseString(payload).getAsJsonArray()) {
                outcome = take(element.getAsJsonObject());
            }
            return outcome;
        } catch (JsonParseException | IllegalStateException | MalformedChangeSetException | DateTimeParseException e) {
            return new Outcome(Answers.refused(new RefusedException(Refusal.MALFORMED, e.getMessage())), null, 0);
        } catch (RefusedException e) {
            return new Outcome(Answers.refused(e), null, 0);
        }
    }

    /**
     * Makes the revision of an entry of the journal, unless it is there already.
     *
     * @throws SQLException if the entry is none, or not of the next revision
     */
    Outcome recover(String entry) throws SQLException {
        try {
            return take(JsonParser.parseString(entry).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException | MalformedChangeSetException | DateTimeParseException
                | RefusedException e) {
            throw new SQLException("the journal does not go on where the database ends", e);
        }
    }

    private Outcome take(JsonObject json) throws SQLException, RefusedException, MalformedChangeSetException {
        ChangeSet set = ChangeSetCodec.read(json.get("set").toString());
        long number = json.get("number").getAsLong();
        long newest = commit.lock(set.project());
        if (commit.knownAs(set.id()) == number) {
            return new Outcome(null, set.project(), newest);
        }
        if (number != Math.max(newest, 0) + 1) {
            throw new RefusedException(Refusal.NOT_NEXT, number);
        }
        ChangeSetCommit.Outcome outcome = commit.write(set, newest, json.get("author").getAsString(),
                Instant.parse(json.get("when").getAsString()));
        if (outcome.revision() != number) {
            throw new RefusedException(Refusal.NOT_NEXT, number);
        }
        return new Outcome(null, set.project(), number);
    }
}
