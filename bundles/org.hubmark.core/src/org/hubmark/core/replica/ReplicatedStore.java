package org.hubmark.core.replica;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Members;
import org.hubmark.core.store.PassageFilter;
import org.hubmark.core.store.PassageOrder;
import org.hubmark.core.store.Presence;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.ProjectSnapshot;
import org.hubmark.core.store.QueryResult;
import org.hubmark.core.store.Referrer;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreListener;
import org.hubmark.core.store.StoreService;
import org.hubmark.core.store.Subscription;

/**
 * The store of one project at a server, with a replica of it on this machine. As long as nothing is known against the server
 * everything goes there. While it is away, reads are answered by the replica, if that is as new as what was shown; whatever
 * needs the server fails as it does with any store whose connection is gone.
 */
public final class ReplicatedStore implements AnnotationStore {

    private final UUID project;
    private final ServerLine line;
    private final Replication replication;
    private final String member;
    private final OptionalLong common;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private ReplicatedStore(ReplicaOpening opening, ReplicaSettings settings) {
        this.project = opening.project();
        this.common = opening.common();
        this.line = new ServerLine(opening.login(), project, opening.server(), opening.problem());
        this.replication = new Replication(opening.folder(), project, line, opening.copy(), opening.note(), settings,
                () -> listeners.forEach(Runnable::run));
        this.member = opening.server() == null ? opening.note().own().name() : opening.server().member();
        if (opening.note() != null) {
            line.known(opening.note().mark());
        }
    }

    /**
     * Opens a project at its server, or, if that can't be reached, its replica. Blocks.
     *
     * @param folder of the replica, made when it is
     * @throws StoreException what {@code login} throws; OFFLINE only if there is no replica that can be used
     */
    public static ReplicatedStore open(ServerLogin login, StoreService stores, Path folder, UUID project,
            ReplicaSettings settings, IProgressMonitor monitor) throws StoreException {
        ReplicaOpening opening = new ReplicaOpening(login, new ReplicaFolder(folder, stores), project);
        opening.run(monitor);
        ReplicatedStore store = new ReplicatedStore(opening, settings);
        store.replication.start();
        return store;
    }

    /** How far the replica is. Returns at once. */
    public ReplicaState replica() {
        return replication.state();
    }

    /**
     * Calls {@code listener}, on any thread, whenever {@link #replica} is something else, until the store is closed. It
     * must return quickly.
     */
    public void onReplica(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Makes the replica if there is none; from then on it is kept up in the background. Blocks, for a large project for
     * minutes. What goes wrong is said by {@link #replica}.
     *
     * @throws org.eclipse.core.runtime.OperationCanceledException if it was cancelled; there is no replica then, and the
     *             next attempt goes on where this one stopped
     */
    public void makeReplica(IProgressMonitor monitor) {
        replication.bringUp(monitor);
    }

    /** Why the server can't be reached, as far as is known; null if nothing is known against it. Returns at once. */
    public StoreException problem() {
        return line.problem();
    }

    /**
     * Reaches the server again if something is known against it. Blocks on the network then.
     *
     * @throws StoreException REFUSED if it takes another password, REPLACED if the server has another history than before:
     *             the store has to be opened anew then
     */
    public void reach(IProgressMonitor monitor) throws StoreException {
        if (line.server() == null) {
            line.reach(monitor);
            replication.signal();
        }
    }

    /** Runs a task once this revision is on this machine, at once if there is no replica that it would come into. */
    public void whenKept(long revision, Runnable task) {
        replication.whenKept(revision, task);
    }

    /**
     * If the server was found with another history than the replica had: the newest revision that both have. What was
     * done on top of a later one was done on top of something that the server does not have.
     */
    public OptionalLong common() {
        return common;
    }

    /** A read of whatever store can answer it. */
    private interface Reading<T> {
        T from(AnnotationStore store) throws StoreException;
    }

    private <T> T read(Reading<T> reading) throws StoreException {
        AnnotationStore server = line.server();
        if (server != null) {
            try {
                return reading.from(server);
            } catch (StoreException e) {
                if (!ServerLine.isLost(e)) {
                    throw e;
                }
                line.lost(e);
            }
        }
        AnnotationStore copy = replication.copy(line.shown());
        if (copy == null) {
            throw line.away();
        }
        return reading.from(copy);
    }

    /** What may change something, or is true only at the server. A refusal may be meant for what is asked for. */
    private <T> T there(Reading<T> work) throws StoreException {
        AnnotationStore server = line.server();
        if (server == null) {
            throw line.away();
        }
        try {
            return work.from(server);
        } catch (StoreException e) {
            if (e.kind() == StoreException.Kind.OFFLINE) {
                line.lost(e);
            }
            throw e;
        }
    }

    @Override
    public String member() {
        return member;
    }

    @Override
    public Members members() {
        return new ReplicatedMembers(line, replication);
    }

    @Override
    public List<ProjectInfo> projects(IProgressMonitor monitor) throws StoreException {
        return read(store -> store.projects(monitor));
    }

    @Override
    public ProjectSnapshot open(UUID of, OptionalLong revision, IProgressMonitor monitor) throws StoreException {
        ProjectSnapshot snapshot = read(store -> store.open(of, revision, monitor));
        line.shown(snapshot.revision());
        return snapshot;
    }

    @Override
    public BriefingContent read(UUID edition, IProgressMonitor monitor) throws StoreException {
        return read(store -> store.read(edition, monitor));
    }

    @Override
    public EditionText text(String textSha256, IProgressMonitor monitor) throws StoreException {
        return read(store -> store.text(textSha256, monitor));
    }

    @Override
    public Cursor<ObjectState> objects(UUID of, Set<String> types, OptionalLong revision, IProgressMonitor monitor)
            throws StoreException {
        return read(store -> FirstPage.of(store.objects(of, types, revision, monitor)));
    }

    @Override
    public Cursor<Passage> passages(PassageFilter filter, PassageOrder order, IProgressMonitor monitor)
            throws StoreException {
        return read(store -> FirstPage.of(store.passages(filter, order, monitor)));
    }

    @Override
    public Cursor<Evidence> evidence(UUID target, IProgressMonitor monitor) throws StoreException {
        return read(store -> FirstPage.of(store.evidence(target, monitor)));
    }

    @Override
    public Cursor<Referrer> referrers(UUID object, IProgressMonitor monitor) throws StoreException {
        return read(store -> FirstPage.of(store.referrers(object, monitor)));
    }

    @Override
    public void keep(EditionText text, IProgressMonitor monitor) throws StoreException {
        there(store -> {
            store.keep(text, monitor);
            return null;
        });
    }

    @Override
    public CommitResult commit(ChangeSet changes, IProgressMonitor monitor) throws StoreException {
        return commitAll(List.of(changes), monitor).getFirst();
    }

    @Override
    public List<CommitResult> commitAll(List<ChangeSet> changes, IProgressMonitor monitor) throws StoreException {
        List<CommitResult> results = there(store -> answers(store, changes, monitor));
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof CommitResult.Accepted(long revision)) {
                line.shown(revision);
                line.known(new Mark(revision, changes.get(i).id()));
                replication.signal();
            }
        }
        return results;
    }

    /** What is refused in a change set is an answer; when the whole call is, the login was. */
    private List<CommitResult> answers(AnnotationStore store, List<ChangeSet> changes, IProgressMonitor monitor)
            throws StoreException {
        try {
            return store.commitAll(changes, monitor);
        } catch (StoreException e) {
            if (ServerLine.isLost(e)) {
                line.lost(e);
            }
            throw e;
        }
    }

    @Override
    public Cursor<Revision> since(UUID of, long revision, IProgressMonitor monitor) throws StoreException {
        return new ShownLog(read(store -> FirstPage.of(store.since(of, revision, monitor))), this::show);
    }

    private void show(Revision revision) {
        line.shown(revision.number());
        line.known(Mark.of(revision));
    }

    @Override
    public Cursor<Revision> latest(LogFilter filter, IProgressMonitor monitor) throws StoreException {
        return read(store -> FirstPage.of(store.latest(filter, monitor)));
    }

    @Override
    public Cursor<Revision> history(UUID object, IProgressMonitor monitor) throws StoreException {
        return read(store -> FirstPage.of(store.history(object, monitor)));
    }

    @Override
    public OptionalLong revisionOf(UUID changeSet, IProgressMonitor monitor) throws StoreException {
        return read(store -> store.revisionOf(changeSet, monitor));
    }

    @Override
    public void replay(UUID of, List<Revision> revisions, IProgressMonitor monitor) throws StoreException {
        there(store -> {
            store.replay(of, revisions, monitor);
            return null;
        });
    }

    /** The replica is kept up from now on: before that it would slow the opening of the project. */
    @Override
    public Subscription subscribe(UUID of, StoreListener listener) throws StoreException {
        if (!Objects.equals(of, project)) {
            throw new IllegalArgumentException(of + " is not " + project);
        }
        replication.signal();
        return line.subscribe(new StoreListener() {
            @Override
            public void revision(long newest) {
                replication.signal();
                listener.revision(newest);
            }

            @Override
            public void present(List<Presence> all) {
                listener.present(all);
            }
        });
    }

    @Override
    public void announce(UUID of, UUID client, Presence.Place place, IProgressMonitor monitor) throws StoreException {
        there(store -> {
            store.announce(of, client, place, monitor);
            return null;
        });
    }

    @Override
    public QueryResult query(UUID of, String select, Map<String, String> parameters, int limit,
            IProgressMonitor monitor) throws StoreException {
        return read(store -> store.query(of, select, parameters, limit, monitor));
    }

    /** What is still new is taken over, for some seconds at most. */
    @Override
    public void close() throws StoreException {
        replication.close();
        line.close();
    }
}
