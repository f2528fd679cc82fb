package org.hubmark.core.store;

import java.util.UUID;

/**
 * Which passages. Each criterion may be null: it does not restrict then.
 *
 * @param edition in this edition only
 * @param code with this code
 * @param target with evidence for this object
 * @param quoteContains whose quote holds this text
 */
public record PassageFilter(UUID project, UUID edition, UUID code, UUID target, String quoteContains) {

    public static PassageFilter all(UUID project) {
        return new PassageFilter(project, null, null, null, null);
    }
}
