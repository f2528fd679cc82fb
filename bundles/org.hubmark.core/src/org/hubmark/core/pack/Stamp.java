package org.hubmark.core.pack;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who makes records, and when; for display only.
 *
 * @param at ISO 8601, UTC
 */
record Stamp(String member, String at) {

    static Stamp now(String member) {
        return new Stamp(member, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
