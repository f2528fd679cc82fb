package org.hubmark.store.sql;

import java.util.UUID;

import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ChangeSetCodec;

/** A change set as it goes through the door. */
record Payload(UUID project, UUID changeSet, String text) {

    static Payload of(ChangeSet changes) {
        return new Payload(changes.project(), changes.id(), ChangeSetCodec.write(changes));
    }
}
