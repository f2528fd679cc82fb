package org.hubmark.core.session;

import java.util.OptionalLong;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.replica.ReplicaState;
import org.hubmark.core.replica.ReplicatedStore;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;

/**
 * What a session has to do with the replica of its project, if its store has one; nothing otherwise.
 *
 * @param store null if there can't be a replica
 */
record SessionReplica(ReplicatedStore store) {

    static SessionReplica of(AnnotationStore store) {
        return new SessionReplica(store instanceof ReplicatedStore replicated ? replicated : null);
    }

    /** Makes sure that what comes next is answered by the server. Blocks; throws if it can't be reached. */
    void reach(IProgressMonitor monitor) throws StoreException {
        if (store != null) {
            store.reach(monitor);
        }
    }

    /** Runs a task once a revision can be read again even if the server is never seen again. */
    void whenKept(long revision, Runnable task) {
        if (store == null) {
            task.run();
        } else {
            store.whenKept(revision, task);
        }
    }

    /** Why the session begins without the server; null if it does not. */
    StoreException problem() {
        return store == null ? null : store.problem();
    }

    /** Null if there can't be one. */
    ReplicaState state() {
        return store == null ? null : store.replica();
    }

    OptionalLong common() {
        return store == null ? OptionalLong.empty() : store.common();
    }

    /** Calls {@code listener} whenever the state is another one, as long as the store is open. */
    void watch(Runnable listener) {
        if (store != null) {
            store.onReplica(listener);
        }
    }
}
