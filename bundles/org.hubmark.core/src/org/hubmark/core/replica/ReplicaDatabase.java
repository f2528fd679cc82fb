package org.hubmark.core.replica;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.project.ProjectCopy;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of a replica, open from when it is needed on. One thread at a time opens, replaces and closes it; any may
 * read from it.
 */
final class ReplicaDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaDatabase.class);

    private final ReplicaFolder folder;
    private final UUID project;
    private volatile AnnotationStore copy;

    /** @param copy the database if it is open already, or null */
    ReplicaDatabase(ReplicaFolder folder, UUID project, AnnotationStore copy) {
        this.folder = folder;
        this.project = project;
        this.copy = copy;
    }

    /** Null as long as it is not open. */
    AnnotationStore copy() {
        return copy;
    }

    /**
     * Opens it if it is not open.
     *
     * @param thrownAway called if what was there could not be used and an empty one is made in its place
     */
    void open(Runnable thrownAway, IProgressMonitor monitor) throws StoreException, IOException {
        if (copy != null) {
            return;
        }
        try {
            copy = folder.open(monitor);
        } catch (StoreException e) {
            if (e.kind() != Kind.DAMAGED && e.kind() != Kind.VERSION && e.kind() != Kind.REFUSED) {
                throw e;
            }
            LOG.warn("the replica in {} can't be used and is made again", folder.folder(), e);
            thrownAway.run();
            folder.discard();
            copy = folder.open(monitor);
        }
    }

    /** Makes another one that holds the same and is smaller. */
    void makeSuccessor(IProgressMonitor monitor) throws StoreException, IOException {
        ReplicaFolder next = folder.successor();
        next.discard();
        try (AnnotationStore to = next.open(monitor)) {
            new ProjectCopy(copy, to, project).run(OptionalLong.empty(), monitor);
        }
    }

    /**
     * Puts the successor into the place of this one. Nobody can read for a moment. A kill leaves one or the other.
     *
     * @param note what is to be noted beside it
     */
    void succeed(ReplicaNote note, IProgressMonitor monitor) throws StoreException, IOException {
        long before = folder.size();
        folder.successor().write(note);
        AnnotationStore old = copy;
        copy = null;
        old.close();
        folder.succeed();
        copy = folder.open(monitor);
        LOG.info("{}: {} bytes before, {} now", folder.folder(), before, folder.size());
    }

    void close() {
        AnnotationStore last = copy;
        copy = null;
        if (last != null) {
            try {
                last.close();
            } catch (StoreException e) {
                LOG.warn("the replica in {} was not closed in order; the next start looks into it", folder.folder(), e);
            }
        }
    }
}
