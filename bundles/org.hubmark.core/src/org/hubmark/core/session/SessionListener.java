package org.hubmark.core.session;

import java.util.Set;
import java.util.UUID;

/** Called on the model thread. */
public interface SessionListener {

    /**
     * Objects (elements and records alike) that were created, changed or deleted, by whomever. EMF adapters have been
     * called before.
     */
    default void changed(Set<UUID> objects) {
    }

    /** The queue or the connection changed. */
    default void syncStateChanged(SyncState state) {
    }

    /** What can be undone or redone changed. */
    default void historyChanged() {
    }

    /** An undo or redo that was asked for through the command stack can't be done; the reason is for a user. */
    default void undoRefused(String reason) {
    }

    /**
     * A change set of this session was not accepted and has been taken back; the message says why and by whom, for a
     * user.
     */
    default void rejected(Rejection rejection) {
    }
}
