package org.hubmark.core.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.ProjectSnapshot;
import org.hubmark.core.store.StoreException;

/**
 * Opens a session: reads the project, adopts what dead sessions have left unsent.
 *
 * @param folder where unsent changes are kept
 */
record SessionOpening(AnnotationStore store, UUID project, Path folder, ModelExecutor executor) {

    SessionCore open(IProgressMonitor monitor) throws StoreException {
        ProjectSnapshot snapshot = store.open(project, OptionalLong.empty(), monitor);
        List<ObjectState> records = store
                .objects(project, SessionRecords.TYPES, OptionalLong.of(snapshot.revision()), monitor).toList();
        OutboxFolder outbox = outbox();
        try {
            List<ChangeSet> waiting = waiting(outbox, monitor);
            SessionCore core = new SessionCore(this, outbox, snapshot, records,
                    store.members().own(monitor));
            core.start(waiting);
            return core;
        } catch (StoreException | RuntimeException e) {
            outbox.close();
            throw e;
        }
    }

    private OutboxFolder outbox() throws StoreException {
        try {
            return OutboxFolder.open(folder, project);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** What a dead session left, but for what the store had taken before it could be told. */
    private List<ChangeSet> waiting(OutboxFolder outbox, IProgressMonitor monitor) throws StoreException {
        List<ChangeSet> waiting = new ArrayList<>();
        for (ChangeSet changes : outbox.waiting()) {
            if (store.revisionOf(changes.id(), monitor).isEmpty()) {
                waiting.add(based(outbox, changes));
            } else {
                done(outbox, changes);
            }
        }
        return waiting;
    }

    /**
     * What was done on top of a revision that the store no longer has was done on top of the newest one before that it
     * has: so that it is not in the way of what others did there.
     */
    private ChangeSet based(OutboxFolder outbox, ChangeSet changes) throws StoreException {
        OptionalLong common = SessionReplica.of(store).common();
        if (common.isEmpty() || common.getAsLong() >= changes.base()) {
            return changes;
        }
        ChangeSet based = new ChangeSet(changes.id(), changes.project(), changes.client(), common.getAsLong(),
                changes.label(), changes.undoes(), changes.changes());
        try {
            outbox.put(based);
        } catch (IOException e) {
            throw unusable(e);
        }
        return based;
    }

    private void done(OutboxFolder outbox, ChangeSet changes) throws StoreException {
        try {
            outbox.done(List.of(changes.id()));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private StoreException unusable(IOException e) {
        return new StoreException(StoreException.Kind.OTHER,
                Messages.of(SessionOpening.class).get("disk.unwritable", folder, e.getMessage()), e);
    }
}
