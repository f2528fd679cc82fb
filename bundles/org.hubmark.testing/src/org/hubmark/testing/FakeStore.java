package org.hubmark.testing;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Edition;
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
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Members;
import org.hubmark.core.store.PassageFilter;
import org.hubmark.core.store.PassageOrder;
import org.hubmark.core.store.Presence;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.ProjectSnapshot;
import org.hubmark.core.store.QueryResult;
import org.hubmark.core.store.Referrer;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreListener;
import org.hubmark.core.store.Subscription;
import org.hubmark.core.text.SourceText;

/**
 * A store in memory that obeys the rules of a real one, and fails on demand. {@link #connect} gives another member's
 * connection to the same data; what is said about failing holds for one connection. It has no views to query.
 */
public final class FakeStore implements AnnotationStore {

    private static final String READERS = "Readers can't change anything.";

    private final FakeDatabase database;
    private final String member;
    private final FailingLine line = new FailingLine();

    public FakeStore() {
        this(new FakeDatabase(), "ada");
    }

    private FakeStore(FakeDatabase database, String member) {
        this.database = database;
        this.member = member;
        if (database.member(member) == null) {
            database.put(new Member(member, member, Role.ADMINISTRATOR));
        }
    }

    /** Another connection to the same data. */
    public FakeStore connect(String otherMember) {
        return new FakeStore(database, otherMember);
    }

    /** From now on every call fails, or no longer does. */
    public void setOffline(boolean offline) {
        line.setOffline(offline);
    }

    /** How many calls have failed because of that. */
    public int failures() {
        return line.failures();
    }

    /** The next commit gets this answer and writes nothing. */
    public void answerNext(CommitResult answer) {
        line.answerNext(answer);
    }

    /** The next commit is done, but who asked hears only that the connection broke. */
    public void loseNextAnswer() {
        line.loseNextAnswer();
    }

    /** Commits wait from now on until {@link #release}. */
    public void hold() {
        line.hold();
    }

    public void release() {
        line.release();
    }

    /** All living objects of a project as they are now, by id. */
    public List<ObjectState> states(UUID project) {
        return database.project(project).stateAt(OptionalLong.empty()).stream()
                .sorted(Comparator.comparing(ObjectState::id)).toList();
    }

    @Override
    public String member() {
        return member;
    }

    @Override
    public List<ProjectInfo> projects(IProgressMonitor monitor) throws StoreException {
        line.check(monitor);
        return database.projects().stream().map(FakeProject::info).sorted(Comparator.comparing(ProjectInfo::name))
                .toList();
    }

    @Override
    public ProjectSnapshot open(UUID project, OptionalLong revision, IProgressMonitor monitor) throws StoreException {
        return existing(project, revision, monitor).model(revision);
    }

    @Override
    public BriefingContent read(UUID edition, IProgressMonitor monitor) throws StoreException {
        line.check(monitor);
        FakeProject data = database.projectOf(edition);
        if (data == null) {
            throw new StoreException(StoreException.Kind.OTHER, "There is no such edition.");
        }
        return FakeReads.content(data, edition, text(Edition.of(data.living(edition)).textSha256(), monitor).text());
    }

    @Override
    public EditionText text(String textSha256, IProgressMonitor monitor) throws StoreException {
        line.check(monitor);
        EditionText text = database.text(textSha256);
        if (text == null) {
            throw new StoreException(StoreException.Kind.OTHER, "There is no such text.");
        }
        return text;
    }

    @Override
    public Cursor<ObjectState> objects(UUID project, Set<String> types, OptionalLong revision,
            IProgressMonitor monitor) throws StoreException {
        return Cursor.of(FakeReads.objects(existing(project, revision, monitor), types, revision));
    }

    @Override
    public Cursor<Passage> passages(PassageFilter filter, PassageOrder order, IProgressMonitor monitor)
            throws StoreException {
        return Cursor.of(FakeReads.passages(existing(filter.project(), monitor), filter, order));
    }

    @Override
    public Cursor<Evidence> evidence(UUID target, IProgressMonitor monitor) throws StoreException {
        line.check(monitor);
        FakeProject data = database.projectOf(target);
        return Cursor.of(data == null ? List.of() : FakeReads.evidence(data, target));
    }

    @Override
    public Cursor<Referrer> referrers(UUID object, IProgressMonitor monitor) throws StoreException {
        line.check(monitor);
        FakeProject data = database.projectOf(object);
        return Cursor.of(data == null ? List.of() : data.referrers(object));
    }

    @Override
    public void keep(EditionText text, IProgressMonitor monitor) throws StoreException {
        line.check(monitor);
        if (!database.member(member).role().atLeast(Role.ANALYST)) {
            throw new StoreException(StoreException.Kind.REFUSED, READERS);
        }
        if (!SourceText.sha256(text.text().getBytes(StandardCharsets.UTF_8)).equals(text.textSha256())) {
            throw new StoreException(StoreException.Kind.OTHER, "The text is not the one with this SHA-256.");
        }
        database.keep(text);
    }

    @Override
    public CommitResult commit(ChangeSet changes, IProgressMonitor monitor) throws StoreException {
        return line.commit(() -> commit(changes), monitor);
    }

    private CommitResult commit(ChangeSet changes) {
        return database.member(member).role().atLeast(Role.ANALYST) ? database.commit(changes, member)
                : new CommitResult.Refused(CommitResult.Reason.ROLE, READERS);
    }

    @Override
    public Cursor<Revision> since(UUID project, long revision, IProgressMonitor monitor) throws StoreException {
        return Cursor.of(existing(project, monitor).since(revision));
    }

    @Override
    public Cursor<Revision> history(UUID object, IProgressMonitor monitor) throws StoreException {
        line.check(monitor);
        return Cursor.of(database.projects().stream().flatMap(p -> p.history(object).stream()).toList());
    }

    @Override
    public OptionalLong revisionOf(UUID changeSet, IProgressMonitor monitor) throws StoreException {
        line.check(monitor);
        return database.projects().stream().map(p -> p.revisionOf(changeSet)).filter(OptionalLong::isPresent)
                .findFirst().orElse(OptionalLong.empty());
    }

    @Override
    public Subscription subscribe(UUID project, StoreListener listener) throws StoreException {
        return database.subscribe(project, listener);
    }

    @Override
    public void announce(UUID project, UUID client, Presence.Place place, IProgressMonitor monitor)
            throws StoreException {
        line.check(monitor);
        if (place == null) {
            database.gone(project, client);
        } else {
            database.announce(project, new Presence(client, member, member, place));
        }
    }

    @Override
    public void replay(UUID project, List<Revision> revisions, IProgressMonitor monitor) throws StoreException {
        line.check(monitor);
        for (Revision revision : revisions) {
            if (revisionOf(revision.changeSet(), monitor).isEmpty() && !database.replay(revision)) {
                throw new StoreException(StoreException.Kind.REFUSED, "It is not the next one.");
            }
        }
    }

    @Override
    public Members members() {
        return new FakeMembers(database, member);
    }

    @Override
    public Cursor<Revision> latest(LogFilter filter, IProgressMonitor monitor) throws StoreException {
        return Cursor.of(FakeReads.latest(existing(filter.project(), monitor), filter));
    }

    @Override
    public QueryResult query(UUID project, String select, Map<String, String> parameters, int limit,
            IProgressMonitor monitor) throws StoreException {
        throw new StoreException(StoreException.Kind.QUERY, "The fake store answers no queries.");
    }

    @Override
    public void close() {
        setOffline(true);
    }

    private FakeProject existing(UUID project, OptionalLong revision, IProgressMonitor monitor)
            throws StoreException {
        FakeProject data = existing(project, monitor);
        if (revision.isPresent() && revision.getAsLong() > data.newest()) {
            throw new StoreException(StoreException.Kind.OTHER, "There is no such revision yet.");
        }
        return data;
    }

    private FakeProject existing(UUID project, IProgressMonitor monitor) throws StoreException {
        line.check(monitor);
        FakeProject data = database.project(project);
        if (data == null) {
            throw new StoreException(StoreException.Kind.OTHER, "There is no such project.");
        }
        return data;
    }
}
