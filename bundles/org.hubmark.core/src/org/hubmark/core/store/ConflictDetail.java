package org.hubmark.core.store;

import java.util.UUID;

import org.hubmark.core.change.Value;

/**
 * One conflict: the same single-valued feature of the same object, or (feature null) an edit against a deletion.
 *
 * @param base the value both started from, or null for unset
 * @param mine what the refused change set wanted
 * @param theirs what stands now
 * @param who the member who changed it, in revision {@code revision}, at {@code when} (ISO 8601, UTC)
 */
public record ConflictDetail(UUID object, String feature, Value base, Value mine, Value theirs, String who, String when,
        long revision) {
}
