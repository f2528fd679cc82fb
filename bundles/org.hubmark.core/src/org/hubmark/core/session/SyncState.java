package org.hubmark.core.session;

import org.hubmark.core.replica.ReplicaState;
import org.hubmark.core.store.StoreException;

/**
 * How far the store is behind the session: what the status line says.
 *
 * @param remedy what only the user can do
 * @param replica what there is for work without the server; null where there is no server
 */
public record SyncState(Kind kind, int waiting, long revision, String message, Remedy remedy, ReplicaState replica) {

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

    /** What only the user can do when the store can't be reached. */
    public enum Remedy {
        /** Nothing: it is tried again by itself. */
        NONE,
        /** Say the password. */
        SIGN_IN,
        /** Open the project again: the server has another history of it than this session. */
        REOPEN;

        static Remedy of(StoreException problem) {
            return switch (problem.kind()) {
                case REFUSED -> SIGN_IN;
                case REPLACED -> REOPEN;
                default -> NONE;
            };
        }
    }
}
