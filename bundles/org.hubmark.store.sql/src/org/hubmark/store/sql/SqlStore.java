package org.hubmark.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.nls.Messages;
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
import org.hubmark.core.store.Subscription;

/** A store on a database; what it can do is in the classes it hands its calls to. */
final class SqlStore implements AnnotationStore {

    private static final int SEVERAL = 32;
    private static final int SEVERAL_LENGTH = 200_000;

    private final Database database;
    private final Access access;
    private final ProjectReads projects;
    private final BriefingReads briefings;
    private final PassageReads passages;
    private final LogReads log;
    private final Queries queries;
    private final Members members;
    private final Subscriptions subscriptions;
    private final ScheduledExecutorService watch = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("hubmark-query-watch").factory());

    /** @param place where the database is, in the words of the user */
    SqlStore(Database database, String place) {
        this.database = database;
        this.access = new Access(database, place);
        ObjectReads objects = new ObjectReads(access);
        this.projects = new ProjectReads(access, objects);
        this.briefings = new BriefingReads(access);
        this.passages = new PassageReads(access, objects);
        this.log = new LogReads(access);
        this.queries = new Queries(access, watch);
        this.members = new SqlMembers(access);
        this.subscriptions = new Subscriptions(access);
    }

    @Override
    public String member() {
        return database.member();
    }

    @Override
    public Members members() {
        return members;
    }

    @Override
    public List<ProjectInfo> projects(IProgressMonitor monitor) throws StoreException {
        return projects.projects(monitor);
    }

    @Override
    public ProjectSnapshot open(UUID project, OptionalLong revision, IProgressMonitor monitor) throws StoreException {
        return projects.open(project, revision, monitor);
    }

    @Override
    public BriefingContent read(UUID edition, IProgressMonitor monitor) throws StoreException {
        return briefings.read(edition, monitor);
    }

    @Override
    public EditionText text(String textSha256, IProgressMonitor monitor) throws StoreException {
        return briefings.text(textSha256, monitor);
    }

    @Override
    public Cursor<ObjectState> objects(UUID project, Set<String> types, OptionalLong revision, IProgressMonitor monitor)
            throws StoreException {
        return projects.objects(project, types, revision, monitor);
    }

    @Override
    public Cursor<Passage> passages(PassageFilter filter, PassageOrder order, IProgressMonitor monitor)
            throws StoreException {
        return passages.passages(filter, order, monitor);
    }

    @Override
    public Cursor<Evidence> evidence(UUID target, IProgressMonitor monitor) throws StoreException {
        return passages.evidence(target, monitor);
    }

    @Override
    public Cursor<Referrer> referrers(UUID object, IProgressMonitor monitor) throws StoreException {
        return passages.referrers(object, monitor);
    }

    @Override
    public void keep(EditionText text, IProgressMonitor monitor) throws StoreException {
        Answers.expectNone(access.run(monitor, connection -> database.keep(connection, text)));
    }

    @Override
    public CommitResult commit(ChangeSet changes, IProgressMonitor monitor) throws StoreException {
        return commitAll(List.of(changes), monitor).getFirst();
    }

    @Override
    public List<CommitResult> commitAll(List<ChangeSet> changes, IProgressMonitor monitor) throws StoreException {
        List<Payload> payloads = changes.stream().map(Payload::of).toList();
        List<CommitResult> results = new ArrayList<>();
        while (results.size() < payloads.size() && (results.isEmpty() || results.getLast() instanceof CommitResult.Accepted)) {
            List<Payload> together = together(payloads.subList(results.size(), payloads.size()));
            for (String answer : access.run(monitor, connection -> database.commit(connection, together))) {
                results.add(Answers.read(answer, Messages.of(SqlStore.class)));
            }
        }
        return results;
    }

    /** How many of the first ones go through the door in one go: not so many that colleagues wait for long. */
    private static List<Payload> together(List<Payload> payloads) {
        int count = 1;
        for (int length = payloads.getFirst().text().length(); count < Math.min(payloads.size(), SEVERAL); count++) {
            length += payloads.get(count).text().length();
            if (length > SEVERAL_LENGTH) {
                break;
            }
        }
        return payloads.subList(0, count);
    }

    @Override
    public Cursor<Revision> since(UUID project, long revision, IProgressMonitor monitor) {
        return log.since(project, revision, monitor);
    }

    @Override
    public Cursor<Revision> latest(LogFilter filter, IProgressMonitor monitor) {
        return log.latest(filter, monitor);
    }

    @Override
    public Cursor<Revision> history(UUID object, IProgressMonitor monitor) throws StoreException {
        return log.history(object, monitor);
    }

    @Override
    public OptionalLong revisionOf(UUID changeSet, IProgressMonitor monitor) throws StoreException {
        return log.revisionOf(changeSet, monitor);
    }

    @Override
    public void replay(UUID project, List<Revision> revisions, IProgressMonitor monitor) throws StoreException {
        String payload = RevisionsCodec.write(revisions);
        Answers.expectNone(access.run(monitor, connection -> database.replay(connection, payload)));
    }

    @Override
    public Subscription subscribe(UUID project, StoreListener listener) throws StoreException {
        return subscriptions.open(project, listener);
    }

    @Override
    public void announce(UUID project, UUID client, Presence.Place place, IProgressMonitor monitor)
            throws StoreException {
        access.run(monitor, connection -> {
            database.announce(connection, project, client, place);
            return null;
        });
    }

    @Override
    public QueryResult query(UUID project, String select, Map<String, String> parameters, int limit,
            IProgressMonitor monitor) throws StoreException {
        return queries.run(QueryText.of(select, project, parameters), limit, monitor);
    }

    @Override
    public void close() throws StoreException {
        subscriptions.close();
        watch.shutdownNow();
        try {
            database.close();
        } catch (SQLException e) {
            throw access.failure(e);
        }
    }
}
