package org.hubmark.store.sql;

import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSetCodec;
import org.hubmark.core.change.MalformedChangeSetException;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;

/** One row of the table change_log. {@code old} and {@code now} are typed JSON, or null where the kind has none. */
record LogStep(String kind, UUID object, String feature, String old, String now) {

    static LogStep of(Change change) {
        return switch (change) {
            case Change.Create(ObjectState s) ->
                new LogStep("create", s.id(), null, null, ChangeSetCodec.writeState(s));
            case Change.Delete(ObjectState s) ->
                new LogStep("delete", s.id(), null, ChangeSetCodec.writeState(s), null);
            case Change.Restore(ObjectState s) ->
                new LogStep("restore", s.id(), null, null, ChangeSetCodec.writeState(s));
            case Change.Put(UUID id, String feature, Value old, Value now) -> new LogStep("put", id, feature,
                    ChangeSetCodec.writeValue(old), ChangeSetCodec.writeValue(now));
            case Change.Add(UUID id, String feature, Value item) ->
                new LogStep("add", id, feature, null, ChangeSetCodec.writeValue(item));
            case Change.Remove(UUID id, String feature, Value item) ->
                new LogStep("remove", id, feature, ChangeSetCodec.writeValue(item), null);
            case Change.Move(UUID id, Placement old, Placement now) -> new LogStep("move", id, null,
                    ChangeSetCodec.writePlacement(old), ChangeSetCodec.writePlacement(now));
        };
    }

    Change change() throws MalformedChangeSetException {
        return switch (kind) {
            case "create" -> new Change.Create(ChangeSetCodec.readState(now));
            case "delete" -> new Change.Delete(ChangeSetCodec.readState(old));
            case "restore" -> new Change.Restore(ChangeSetCodec.readState(now));
            case "put" ->
                new Change.Put(object, feature, ChangeSetCodec.readValue(old), ChangeSetCodec.readValue(now));
            case "add" -> new Change.Add(object, feature, ChangeSetCodec.readValue(now));
            case "remove" -> new Change.Remove(object, feature, ChangeSetCodec.readValue(old));
            case "move" -> new Change.Move(object, ChangeSetCodec.readPlacement(old),
                    ChangeSetCodec.readPlacement(now));
            default -> throw new MalformedChangeSetException("unknown step " + kind);
        };
    }
}
