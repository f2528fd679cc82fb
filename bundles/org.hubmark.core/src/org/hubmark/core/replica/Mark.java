package org.hubmark.core.replica;

import java.util.OptionalLong;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.UncheckedStoreException;

/**
 * A revision by which one knows a history again: numbers have no gaps and change sets happen once, so two logs that have
 * the same change set under the same number are the same up to there.
 */
record Mark(long number, UUID changeSet) {

    static Mark of(Revision revision) {
        return new Mark(revision.number(), revision.changeSet());
    }

    /** The mark at a revision of a log, or null if the log does not go that far. Cost: a page of the log. */
    static Mark at(AnnotationStore store, UUID project, long number, IProgressMonitor monitor) throws StoreException {
        try (Cursor<Revision> log = store.since(project, number - 1, monitor)) {
            return log.hasNext() ? of(log.next()) : null;
        } catch (UncheckedStoreException e) {
            throw e.getCause();
        }
    }

    /** The mark at the newest revision, or null if there is no such project. */
    static Mark newest(AnnotationStore store, UUID project, IProgressMonitor monitor) throws StoreException {
        long newest = store.projects(monitor).stream().filter(info -> info.id().equals(project))
                .mapToLong(ProjectInfo::revision).findFirst().orElse(0);
        return newest == 0 ? null : at(store, project, newest, monitor);
    }

    /** Whether the log of a store has this revision. Cost: one row. */
    boolean isIn(AnnotationStore store, IProgressMonitor monitor) throws StoreException {
        return store.revisionOf(changeSet, monitor).equals(OptionalLong.of(number));
    }

    /**
     * The newest revision up to which the logs of two stores are the same; 0 if they have nothing in common.
     *
     * @param newest of the first store
     */
    static long newestCommon(AnnotationStore one, AnnotationStore other, UUID project, long newest,
            IProgressMonitor monitor) throws StoreException {
        long same = 0;
        long different = newest + 1;
        while (different - same > 1) {
            long middle = (same + different) >>> 1;
            Mark here = at(one, project, middle, monitor);
            if (here != null && here.isIn(other, monitor)) {
                same = middle;
            } else {
                different = middle;
            }
        }
        return same;
    }
}
