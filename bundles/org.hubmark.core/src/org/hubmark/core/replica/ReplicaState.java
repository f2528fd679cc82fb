package org.hubmark.core.replica;

import java.time.Instant;

/**
 * How far the replica of a project is.
 *
 * @param revision the newest one in it; 0 if it can't be used yet
 * @param when it was brought up to date last, by the clock of this machine; null if never
 * @param message why it is not kept up, for the user; only with {@link Kind#FAILED}
 */
public record ReplicaState(Kind kind, long revision, Instant when, String message) {

    /** There is none. */
    public static final ReplicaState NONE = new ReplicaState(Kind.NONE, 0, null, null);

    public enum Kind {
        /** There is none: it was not begun, or that was cancelled. */
        NONE,
        /** It is being filled for the first time, or again. */
        MAKING,
        /** It can be used, and is kept up as long as the server is there. */
        READY,
        /** It could not be made, or is as it was and can't be brought up to date. */
        FAILED
    }
}
