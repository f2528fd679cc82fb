package org.hubmark.core.command;

import java.util.Objects;
import java.util.UUID;

/**
 * What a passage is evidence of.
 *
 * @param feature the single-valued feature of the object that is meant, or null for the object as a whole
 * @param role what the passage is in its place (column, node, caption …), or null
 */
public record EvidenceTarget(UUID object, String feature, String role) {

    public EvidenceTarget {
        Objects.requireNonNull(object);
    }

    /** The object as a whole. */
    public static EvidenceTarget of(UUID object) {
        return new EvidenceTarget(object, null, null);
    }
}
