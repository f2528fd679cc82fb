package org.hubmark.core.session;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.ConflictDetail;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;

/**
 * Why the store did not take a change set.
 *
 * @param theirs what others did since it was made, oldest first; empty if that can't be the reason
 */
record Obstacle(CommitResult result, List<Revision> theirs) {

    /** Asks the log what others did meanwhile. Cost: that many revisions. */
    static Obstacle of(AnnotationStore store, ChangeSet changes, CommitResult result, IProgressMonitor monitor)
            throws StoreException {
        List<Revision> theirs = new ArrayList<>();
        if (mayBeTheirs(result)) {
            try (Cursor<Revision> log = store.since(changes.project(), changes.base(), monitor)) {
                log.forEachRemaining(revision -> {
                    if (!revision.client().equals(changes.client())) {
                        theirs.add(revision);
                    }
                });
            }
        }
        return new Obstacle(result, theirs);
    }

    private static boolean mayBeTheirs(CommitResult result) {
        return switch (result) {
            case CommitResult.Refused(CommitResult.Reason reason, String message) ->
                reason == CommitResult.Reason.CONTAINMENT || reason == CommitResult.Reason.OBJECT;
            case CommitResult.Conflict conflict -> true;
            case CommitResult.Accepted accepted -> false;
        };
    }

    /** Whether the member may not change anything. */
    boolean isRole() {
        return result instanceof CommitResult.Refused(CommitResult.Reason reason, String message)
                && reason == CommitResult.Reason.ROLE;
    }

    /** What the store said; empty if it said nothing about values. */
    List<ConflictDetail> details() {
        return result instanceof CommitResult.Conflict(List<ConflictDetail> details) ? details : List.of();
    }
}
