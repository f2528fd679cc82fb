package org.hubmark.core.project;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.UncheckedStoreException;

/**
 * Copies a project with its whole history from one database to another: to publish a local project to a team's server,
 * to take a copy along, or, up to an earlier revision, to have it again as it was. What was copied before is passed over,
 * so that a copy that was broken off is simply begun again. Blocks; no display thread.
 */
public final class ProjectCopy {

    private static final int REVISIONS = 200;
    private static final int CHANGES = 5_000;

    private final AnnotationStore from;
    private final AnnotationStore to;
    private final UUID project;

    /** @param to the member it is opened as must be an administrator there */
    public ProjectCopy(AnnotationStore from, AnnotationStore to, UUID project) {
        this.from = from;
        this.to = to;
        this.project = project;
    }

    /**
     * Copies.
     *
     * @param until the last revision to be copied; empty for all
     * @return the newest revision of the copy
     * @throws StoreException if a database can't be used, if the target has this project with another history (nothing
     *             was changed then), or if the member may not do this there
     * @throws OperationCanceledException if it was cancelled; what was copied till then is a valid copy of a part of the
     *             history, and the next attempt goes on there
     */
    public long run(OptionalLong until, IProgressMonitor monitor) throws StoreException {
        long newest = newest(from, monitor);
        long last = until.isEmpty() ? newest : Math.min(newest, until.getAsLong());
        long there = newest(to, monitor);
        checkSame(Math.min(there, last), monitor);
        if (there >= last) {
            return there;
        }
        SubMonitor progress = SubMonitor.convert(monitor, Messages.of(ProjectCopy.class).get("copy.task"),
                (int) (last - there));
        try (Cursor<Revision> log = from.since(project, there, monitor)) {
            List<Revision> page = page(log, last);
            while (!page.isEmpty()) {
                progress.checkCanceled();
                keepTexts(page, monitor);
                to.replay(project, page, monitor);
                progress.worked(page.size());
                page = page(log, last);
            }
        } catch (UncheckedStoreException e) {
            throw e.getCause();
        }
        return last;
    }

    private long newest(AnnotationStore store, IProgressMonitor monitor) throws StoreException {
        return store.projects(monitor).stream().filter(info -> info.id().equals(project)).mapToLong(ProjectInfo::revision)
                .findFirst().orElse(0);
    }

    /** Numbers have no gaps and change sets happen once: if the newest common revision is the same, all before it are. */
    private void checkSame(long common, IProgressMonitor monitor) throws StoreException {
        if (common > 0 && from.revisionOf(at(to, common, monitor).changeSet(), monitor).orElse(0) != common) {
            throw new StoreException(StoreException.Kind.REFUSED,
                    Messages.of(ProjectCopy.class).get("copy.other", common));
        }
    }

    private Revision at(AnnotationStore store, long number, IProgressMonitor monitor) throws StoreException {
        try (Cursor<Revision> log = store.since(project, number - 1, monitor)) {
            return log.next();
        } catch (UncheckedStoreException e) {
            throw e.getCause();
        }
    }

    private static List<Revision> page(Cursor<Revision> log, long last) {
        List<Revision> page = new ArrayList<>();
        int changes = 0;
        while (page.size() < REVISIONS && changes < CHANGES && log.hasNext()) {
            Revision revision = log.next();
            if (revision.number() > last) {
                break;
            }
            page.add(revision);
            changes += revision.changes().size();
        }
        return page;
    }

    /** The texts of new editions have to be there before the editions. */
    private void keepTexts(List<Revision> page, IProgressMonitor monitor) throws StoreException {
        for (Revision revision : page) {
            for (Change change : revision.changes()) {
                if (change instanceof Change.Create(ObjectState state) && RecordTypes.EDITION.equals(state.type())) {
                    to.keep(from.text(state.text("textSha256"), monitor), monitor);
                }
            }
        }
    }
}
