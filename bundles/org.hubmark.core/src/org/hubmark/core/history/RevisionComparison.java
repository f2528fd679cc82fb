package org.hubmark.core.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.NetChanges;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.UncheckedStoreException;

/**
 * What lies between two revisions of a project: what was changed and changed back is not in it.
 *
 * @param from the revision that is compared
 * @param to what it is compared with; may be the earlier one
 * @param changes that lead from the one to the other
 */
public record RevisionComparison(long from, long to, List<Change> changes) {

    public RevisionComparison {
        changes = List.copyOf(changes);
    }

    /** Reads the log between the revisions. Blocks; no display thread. */
    public static RevisionComparison read(AnnotationStore store, UUID project, long from, long to,
            IProgressMonitor monitor) throws StoreException {
        NetChanges net = new NetChanges();
        try (Cursor<Revision> log = store.since(project, Math.min(from, to), monitor)) {
            Revision revision = log.hasNext() ? log.next() : null;
            while (revision != null && revision.number() <= Math.max(from, to)) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                revision.changes().forEach(net::add);
                revision = log.hasNext() ? log.next() : null;
            }
        } catch (UncheckedStoreException e) {
            throw e.getCause();
        }
        List<Change> changes = net.toList();
        return new RevisionComparison(from, to, from <= to ? changes
                : changes.reversed().stream().map(Change::inverse).toList());
    }

    /** The objects that are there at {@code to} only, as they are there. */
    public List<ObjectState> added() {
        List<ObjectState> added = new ArrayList<>();
        for (Change change : changes) {
            switch (change) {
                case Change.Create(ObjectState state) -> added.add(state);
                case Change.Restore(ObjectState state) -> added.add(state);
                default -> {
                    // was there before
                }
            }
        }
        return added;
    }

    /** The objects that are there at {@code from} only, as they were last. */
    public List<ObjectState> removed() {
        return changes.stream().filter(Change.Delete.class::isInstance).map(change -> ((Change.Delete) change).last())
                .toList();
    }

    /** What changed of the objects that are there at both, object by object. */
    public Map<UUID, List<Change>> changed() {
        Map<UUID, List<Change>> changed = new LinkedHashMap<>();
        changes.stream().filter(RevisionComparison::isEdit)
                .forEach(change -> changed.computeIfAbsent(change.object(), id -> new ArrayList<>()).add(change));
        return changed;
    }

    private static boolean isEdit(Change change) {
        return switch (change) {
            case Change.Create create -> false;
            case Change.Restore restore -> false;
            case Change.Delete delete -> false;
            default -> true;
        };
    }
}
