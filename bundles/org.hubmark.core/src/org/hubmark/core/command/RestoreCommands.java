package org.hubmark.core.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.conflict.Rebase;
import org.hubmark.core.history.ObjectHistory;
import org.hubmark.core.history.Restoration;
import org.hubmark.core.session.Session;

/** Brings back what was, as changes for {@code Session.execute}: one step that can be undone. Model thread. */
public final class RestoreCommands {

    private RestoreCommands() {
    }

    /**
     * Puts an object back to what it was at a revision: its values and its place. If it is deleted, it comes back with
     * what it contained then, the evidence for it and the references to it that went with it; what is to hold it comes
     * back too. A reference to something that is deleted by now is left as it is. An empty list: nothing would change.
     * Asks the store, therefore comes later, on the model thread; fails with a {@code StoreException} when the store
     * can't be asked, with an {@code IllegalArgumentException} if the object was not there at that revision.
     */
    public static CompletableFuture<List<Change>> restore(Session session, UUID object, long revision) {
        Map<UUID, ObjectState> stored = new HashMap<>();
        return session.read((store, monitor) -> {
            Restoration restoration = Restoration.read(store, session.projectId(), object, revision, monitor);
            for (Change change : restoration.edits()) {
                stored.put(change.object(), ObjectHistory.read(store, change.object(), monitor).last());
            }
            for (Change change : restoration.reconnections()) {
                ObjectHistory history = ObjectHistory.read(store, change.object(), monitor);
                if (history.isLiving()) {
                    stored.put(change.object(), history.last());
                }
            }
            return restoration;
        }).thenCompose(restoration -> {
            if (restoration.then() == null) {
                return CompletableFuture.failedFuture(new IllegalArgumentException(
                        object + " was not there at revision " + revision));
            }
            Rebase rebase = new Rebase(id -> session.state(id) == null ? stored.get(id) : session.state(id), stored::get);
            rebase.revive(restoration.back());
            rebase.add(restoration.reconnections());
            rebase.add(restoration.edits());
            return CompletableFuture.completedFuture(rebase.changes());
        });
    }
}
