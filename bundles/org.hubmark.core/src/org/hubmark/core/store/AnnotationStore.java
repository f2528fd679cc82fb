package org.hubmark.core.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;

/**
 * The shared store of projects, on one database. All values are immutable records; every call may block on the
 * database and is therefore forbidden on the display thread; every call takes a monitor (never null) and throws
 * {@link OperationCanceledException} when it is cancelled. Cursors must be closed. Safe for use by several threads.
 * Anything the database does wrong arrives as a {@link StoreException} whose message a user can read.
 */
public interface AnnotationStore extends AutoCloseable {

    /** The name of the member this store is connected as: the author of everything it commits. */
    String member();

    /** Who may work in this database, as what. */
    Members members();

    /** The projects of this database, by name. Cost: one query. */
    List<ProjectInfo> projects(IProgressMonitor monitor) throws StoreException;

    /**
     * The model and codebook of a project (no records) at a revision, or now if empty. Cost: one row a feature; of an
     * older revision besides all log entries after it.
     */
    ProjectSnapshot open(UUID project, OptionalLong revision, IProgressMonitor monitor) throws StoreException;

    /** One edition with its text, parts, passages and evidence, all as of now. */
    BriefingContent read(UUID edition, IProgressMonitor monitor) throws StoreException;

    /** The text and bytes of an edition. */
    EditionText text(String textSha256, IProgressMonitor monitor) throws StoreException;

    /**
     * All living objects of these types (see RecordTypes and the Ecore model) at a revision, or now if empty, ordered by
     * type, then placement order, then id.
     */
    Cursor<ObjectState> objects(UUID project, Set<String> types, OptionalLong revision, IProgressMonitor monitor)
            throws StoreException;

    /** Passages page by page. */
    Cursor<Passage> passages(PassageFilter filter, PassageOrder order, IProgressMonitor monitor) throws StoreException;

    /** Evidence of an object: of it as a whole and of its features. */
    Cursor<Evidence> evidence(UUID target, IProgressMonitor monitor) throws StoreException;

    /** Who refers to an object: living objects only, containment not counted. */
    Cursor<Referrer> referrers(UUID object, IProgressMonitor monitor) throws StoreException;

    /** Keeps a text and the bytes it came from; done before the edition that names them is committed. Idempotent. */
    void keep(EditionText text, IProgressMonitor monitor) throws StoreException;

    /**
     * The only way to change anything. One round trip. When it returns {@link CommitResult.Accepted}, the change set
     * survives the death of every process. The first change set of a project creates the object of type "Project" whose
     * id is the project's. When it throws, nothing is known: send the same change set again.
     */
    CommitResult commit(ChangeSet changes, IProgressMonitor monitor) throws StoreException;

    /**
     * Commits change sets in their order, up to the first one that is not accepted: what waits goes in few round trips. When
     * it throws, nothing is known of any of them: send all of them again.
     *
     * @return what became of those that were tried; all of them were accepted but perhaps the last
     */
    default List<CommitResult> commitAll(List<ChangeSet> changes, IProgressMonitor monitor) throws StoreException {
        List<CommitResult> results = new ArrayList<>();
        for (ChangeSet one : changes) {
            results.add(commit(one, monitor));
            if (!(results.getLast() instanceof CommitResult.Accepted)) {
                break;
            }
        }
        return results;
    }

    /** Revisions after {@code revision}, in order, without gaps. */
    Cursor<Revision> since(UUID project, long revision, IProgressMonitor monitor) throws StoreException;

    /** The revisions that pass a filter, newest first, each with all its changes. */
    Cursor<Revision> latest(LogFilter filter, IProgressMonitor monitor) throws StoreException;

    /** The revisions that changed an object, oldest first; each with only its changes to that object. */
    Cursor<Revision> history(UUID object, IProgressMonitor monitor) throws StoreException;

    /** The answer a change set got when it was accepted, or empty if the database does not know it. */
    OptionalLong revisionOf(UUID changeSet, IProgressMonitor monitor) throws StoreException;

    /**
     * Takes over revisions of a log from another database as they are, with their authors and times: for taking a project
     * from one database to another. Only for administrators; the first one must be the next after the newest here (what
     * is here already is passed over). All of them or none.
     *
     * @throws StoreException REFUSED if that is not so
     */
    void replay(UUID project, List<Revision> revisions, IProgressMonitor monitor) throws StoreException;

    /**
     * Calls {@code listener} with the number of the newest revision soon after a commit by anyone, and with everybody who
     * is at work in the project when that changes.
     */
    Subscription subscribe(UUID project, StoreListener listener) throws StoreException;

    /**
     * Says where a session is at work, for all who subscribe. It is forgotten after half a minute unless it is said again,
     * and at once with {@code place} null.
     */
    void announce(UUID project, UUID client, Presence.Place place, IProgressMonitor monitor) throws StoreException;

    /**
     * One read-only SELECT on the documented views, with named parameters ({@code :name}). {@code :project} is bound by
     * the store. Refused before it runs: anything but one SELECT (or WITH … SELECT).
     */
    QueryResult query(UUID project, String select, Map<String, String> parameters, int limit,
            IProgressMonitor monitor) throws StoreException;

    @Override
    void close() throws StoreException;
}
