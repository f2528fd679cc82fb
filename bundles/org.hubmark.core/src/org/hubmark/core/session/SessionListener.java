package org.hubmark.core.session;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.conflict.ConflictView;
import org.hubmark.core.store.Revision;

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
     * Work of this session did not go together with a colleague's. It has been taken back and waits, with both sides
     * kept, until somebody decides; see {@link Team#conflicts}.
     */
    default void conflicted(ConflictView conflict) {
    }

    /** There are other conflicts, or one was decided, by whomever. */
    default void conflictsChanged() {
    }

    /**
     * A change set of this session was not accepted and has been taken back; the message says why, for a user. A
     * colleague's work is not the reason.
     */
    default void rejected(Rejection rejection) {
    }

    /** Who is at work in the project, or where; see {@link Team#present}. */
    default void presentChanged() {
    }

    /** What the member of this session may do; see {@link Session#role}. */
    default void roleChanged() {
    }

    /**
     * Revisions of other sessions, in order, that are in what the session shows now. {@link #changed} has been called
     * before with all their objects.
     */
    default void arrived(List<Revision> foreign) {
    }

    /** What others have changed and the member has not seen yet; see {@link Team#unread}. */
    default void unreadChanged() {
    }
}
