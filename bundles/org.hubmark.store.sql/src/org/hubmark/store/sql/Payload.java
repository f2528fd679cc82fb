package org.hubmark.store.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ChangeSetCodec;

/** A change set as it goes through the door. */
record Payload(ChangeSet changes, String text) {

    static Payload of(ChangeSet changes) {
        return new Payload(changes, ChangeSetCodec.write(changes));
    }

    UUID project() {
        return changes.project();
    }

    UUID changeSet() {
        return changes.id();
    }

    /** Whether all they do is to create objects of one project inside of others that are there before. */
    static boolean onlyCreate(List<Payload> payloads) {
        Set<UUID> made = new HashSet<>();
        Set<UUID> containers = new HashSet<>();
        for (Payload one : payloads) {
            if (!one.project().equals(payloads.getFirst().project())) {
                return false;
            }
            for (Change change : one.changes.changes()) {
                if (!(change instanceof Change.Create(var state)) || state.placement() == null) {
                    return false;
                }
                made.add(state.id());
                containers.add(state.placement().container());
            }
        }
        containers.retainAll(made);
        return containers.isEmpty();
    }
}
