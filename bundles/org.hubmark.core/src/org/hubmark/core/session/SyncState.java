package org.hubmark.core.session;

/** How far the store is behind the session: what the status line says. */
public record SyncState(Kind kind, int waiting, long revision, String message) {

    public enum Kind {
        /** Everything is in the store. */
        SYNCED,
        /** {@code waiting} change sets are on their way. */
        WAITING,
        /**
         * The store can't be reached; {@code waiting} change sets are kept safe on this machine. {@code message} says
         * why.
         */
        OFFLINE
    }
}
