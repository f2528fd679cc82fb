package org.hubmark.core.replica;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a project with a replica is opened: at the server if it is there, else from the replica. A replica that the server
 * does not go on from is put aside. Blocks.
 */
final class ReplicaOpening {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaOpening.class);

    private final ServerLogin login;
    private final ReplicaFolder folder;
    private final UUID project;
    private AnnotationStore server;
    private AnnotationStore copy;
    private StoreException problem;
    private ReplicaNote note;
    private OptionalLong common = OptionalLong.empty();

    ReplicaOpening(ServerLogin login, ReplicaFolder folder, UUID project) {
        this.login = login;
        this.folder = folder;
        this.project = project;
    }

    void run(IProgressMonitor monitor) throws StoreException {
        note = folder.note().orElse(null);
        try {
            server = login.open(monitor);
            check(monitor);
        } catch (StoreException e) {
            close(server, e);
            server = null;
            openCopy(e, monitor);
        } catch (RuntimeException e) {
            close(server, e);
            throw e;
        }
    }

    private void openCopy(StoreException why, IProgressMonitor monitor) throws StoreException {
        if (why.kind() != Kind.OFFLINE || note == null) {
            throw why;
        }
        try {
            copy = folder.open(monitor);
            Mark newest = Mark.newest(copy, project, monitor);
            if (newest == null) {
                throw new StoreException(Kind.DAMAGED, folder.folder() + " is empty");
            }
            // a kill may have come before the last revisions were noted
            note = note.withMark(newest, note.when());
            problem = why;
        } catch (StoreException e) {
            close(copy, e);
            LOG.warn("the replica in {} can't be used; it is made again once the server is there", folder.folder(), e);
            why.addSuppressed(e);
            throw why;
        }
    }

    private void check(IProgressMonitor monitor) throws StoreException {
        if (note != null && !note.mark().isIn(server, monitor)) {
            LOG.warn("the server has another history than the replica, which is put aside and made again");
            common = OptionalLong.of(newestCommon(monitor));
            note = null;
            try {
                folder.setAside();
            } catch (IOException e) {
                LOG.warn("the replica in {} can't be put aside", folder.folder(), e);
            }
        }
    }

    /** If the replica can't tell, nothing is in common: that makes more conflicts, but loses nothing. */
    private long newestCommon(IProgressMonitor monitor) throws StoreException {
        try (AnnotationStore old = folder.open(monitor)) {
            return Mark.newestCommon(old, server, project, note.mark().number(), monitor);
        } catch (StoreException e) {
            if (e.kind() == Kind.OFFLINE) {
                throw e;
            }
            LOG.warn("the replica can't tell up to where the histories are the same", e);
            return 0;
        }
    }

    private static void close(AnnotationStore store, Exception because) {
        if (store != null) {
            try {
                store.close();
            } catch (StoreException e) {
                because.addSuppressed(e);
            }
        }
    }

    ServerLogin login() {
        return login;
    }

    ReplicaFolder folder() {
        return folder;
    }

    UUID project() {
        return project;
    }

    /** The server, or null: then {@link #problem} says why, and there are {@link #copy} and {@link #note}. */
    AnnotationStore server() {
        return server;
    }

    AnnotationStore copy() {
        return copy;
    }

    StoreException problem() {
        return problem;
    }

    /** Null if there is no replica that can be used. */
    ReplicaNote note() {
        return note;
    }

    /** Present if the replica was put aside: the newest revision that it had in common with the server. */
    OptionalLong common() {
        return common;
    }
}
