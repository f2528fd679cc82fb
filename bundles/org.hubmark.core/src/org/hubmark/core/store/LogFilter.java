package org.hubmark.core.store;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Which revisions of a log. Each criterion but the project may be null (or 0): it does not restrict then.
 *
 * @param before only revisions with a lower number; 0 for all
 * @param author by the member with this name
 * @param object that changed this object
 * @param belongings that changed something which belongs to the object or once did, wherever that is now, or which
 *            belongs to that in turn: what it contains, and what is about it by one of {@link #ABOUT}
 * @param from made at this time or later
 * @param labelContains whose label holds this text, whatever the case
 */
public record LogFilter(UUID project, long before, String author, UUID object, boolean belongings, Instant from,
        String labelContains) {

    /**
     * The features by which an object belongs to the one it refers to: a metric to its subject, a relation to its ends,
     * evidence to what it is for.
     */
    public static final Set<String> ABOUT = Set.of("subject", "source", "target");

    public LogFilter {
        belongings = belongings && object != null;
    }

    /** Of an object itself only. */
    public LogFilter(UUID project, long before, String author, UUID object, Instant from, String labelContains) {
        this(project, before, author, object, false, from, labelContains);
    }

    public static LogFilter all(UUID project) {
        return new LogFilter(project, 0, null, null, null, null);
    }

    /** The next page after one that ends with this revision. */
    public LogFilter before(long number) {
        return new LogFilter(project, number, author, object, belongings, from, labelContains);
    }
}
