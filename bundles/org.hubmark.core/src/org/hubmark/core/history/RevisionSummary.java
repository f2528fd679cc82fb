package org.hubmark.core.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a revision changed, for people.
 *
 * @param undoes the change set it took back, or null
 * @param lines what it changed, in its order
 * @param more how many lines were left out for length
 */
public record RevisionSummary(long number, UUID changeSet, String author, Instant when, String label, UUID undoes,
        List<ChangeLine> lines, int more) {

    public RevisionSummary {
        lines = List.copyOf(lines);
    }
}
