package org.hubmark.store.sql;

import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ChangeSetCodec;

/**
 * A change set as it goes through the door.
 *
 * @param creates whether all it does is to create objects inside of others
 */
record Payload(UUID project, UUID changeSet, boolean creates, String text) {

    static Payload of(ChangeSet changes) {
        return new Payload(changes.project(), changes.id(), changes.changes().stream().allMatch(Payload::createsInside),
                ChangeSetCodec.write(changes));
    }

    private static boolean createsInside(Change change) {
        return change instanceof Change.Create create && create.state().placement() != null;
    }
}
