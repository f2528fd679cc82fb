package org.hubmark.ui.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;

/**
 * What the dialog of a report has to know of a revision. Immutable.
 *
 * @param hubs the hubs that there were, in no order that means anything
 */
record RevisionReading(Revision revision, List<ObjectState> hubs) {

    private static final String HUB = "Hub";

    /** Completes on the model thread. Cost: all that has happened since. */
    static CompletableFuture<RevisionReading> of(Session session, long revision) {
        return session.read((store, monitor) -> new RevisionReading(revision(store, session, revision, monitor),
                store.objects(session.projectId(), Set.of(HUB), OptionalLong.of(revision), monitor).toList()));
    }

    private static Revision revision(AnnotationStore store, Session session, long number, IProgressMonitor monitor)
            throws StoreException {
        LogFilter filter = new LogFilter(session.projectId(), number + 1, null, null, null, null);
        try (Cursor<Revision> log = store.latest(filter, monitor)) {
            return log.next();
        }
    }

    /** The hubs that there are now, what waits included. Model thread. */
    static List<ObjectState> hubsNow(Session session) {
        List<ObjectState> hubs = new ArrayList<>();
        session.project().getHubModel().getElements().forEach(e -> hubs.add(session.state(Session.id(e))));
        hubs.removeIf(state -> !HUB.equals(state.type()));
        return hubs;
    }
}
