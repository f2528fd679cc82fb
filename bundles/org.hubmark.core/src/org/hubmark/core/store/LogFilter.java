package org.hubmark.core.store;

import java.time.Instant;
import java.util.UUID;

/**
 * Which revisions of a log. Each criterion but the project may be null (or 0): it does not restrict then.
 *
 * @param before only revisions with a lower number; 0 for all
 * @param author by the member with this name
 * @param object that changed this object
 * @param from made at this time or later
 * @param labelContains whose label holds this text, whatever the case
 */
public record LogFilter(UUID project, long before, String author, UUID object, Instant from, String labelContains) {

    public static LogFilter all(UUID project) {
        return new LogFilter(project, 0, null, null, null, null);
    }
}
