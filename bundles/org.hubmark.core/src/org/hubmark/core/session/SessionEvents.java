package org.hubmark.core.session;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.hubmark.core.conflict.ConflictView;
import org.hubmark.core.store.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of a session. One that fails is named in the log and does not keep the others from hearing. */
final class SessionEvents {

    private static final Logger LOG = LoggerFactory.getLogger(SessionEvents.class);

    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();

    void add(SessionListener listener) {
        listeners.add(listener);
    }

    void remove(SessionListener listener) {
        listeners.remove(listener);
    }

    void changed(Set<UUID> objects) {
        if (!objects.isEmpty()) {
            each(listener -> listener.changed(Set.copyOf(objects)));
        }
    }

    void syncState(SyncState state) {
        each(listener -> listener.syncStateChanged(state));
    }

    void history() {
        each(SessionListener::historyChanged);
    }

    void rejected(Rejection rejection) {
        each(listener -> listener.rejected(rejection));
    }

    void present() {
        each(SessionListener::presentChanged);
    }

    void conflicted(ConflictView conflict) {
        each(listener -> listener.conflicted(conflict));
    }

    void conflicts() {
        each(SessionListener::conflictsChanged);
    }

    void unread() {
        each(SessionListener::unreadChanged);
    }

    void role() {
        each(SessionListener::roleChanged);
    }

    void arrived(List<Revision> foreign) {
        each(listener -> listener.arrived(foreign));
    }

    void undoRefused(String reason) {
        each(listener -> listener.undoRefused(reason));
    }

    private void each(Consumer<SessionListener> call) {
        for (SessionListener listener : listeners) {
            try {
                call.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("a listener of the session failed; what it shows may be out of date", e);
            }
        }
    }
}
