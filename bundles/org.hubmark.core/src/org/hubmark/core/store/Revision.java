package org.hubmark.core.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.hubmark.core.change.Change;

/** One entry of the log of a project: an accepted change set. Numbers have no gaps; the time orders nothing. */
public record Revision(UUID project, long number, UUID changeSet, UUID client, String author, Instant when,
        String label, UUID undoes, List<Change> changes) {

    public Revision {
        changes = List.copyOf(changes);
    }
}
