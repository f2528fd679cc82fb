package org.hubmark.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Part;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.EditionText;
import org.hubmark.core.store.PassageFilter;
import org.hubmark.core.store.PassageOrder;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.ProjectSnapshot;
import org.hubmark.core.store.QueryResult;
import org.hubmark.core.store.Referrer;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Members;
import org.hubmark.core.store.Presence;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.StoreListener;
import org.hubmark.core.store.Subscription;
import org.hubmark.core.text.SourceText;

/**
 * A store in memory that obeys the rules of a real one, and fails on demand. {@link #connect} gives another member's
 * connection to the same data; what is said about failing holds for one connection. It has no views to query.
 */
public final class FakeStore implements AnnotationStore {

    private static final long PATIENCE = 30;
    private static final String READERS = "Readers can't change anything.";
    private static final Comparator<Passage> BY_PLACE = Comparator.<Passage>comparingInt(p -> p.anchor().start())
            .thenComparing(p -> p.anchor().end(), Comparator.reverseOrder()).thenComparing(Passage::id);

    private final FakeDatabase database;
    private final String member;
    private final Deque<CommitResult> answers = new ArrayDeque<>();
    private volatile boolean offline;
    private volatile boolean loseNextAnswer;
    private volatile CountDownLatch gate = new CountDownLatch(0);

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
        this.offline = offline;
    }

    /** The next commit gets this answer and writes nothing. */
    public synchronized void answerNext(CommitResult answer) {
        answers.add(answer);
    }

    /** The next commit is done, but who asked hears only that the connection broke. */
    public void loseNextAnswer() {
        loseNextAnswer = true;
    }

    /** Commits wait from now on until {@link #release}. */
    public void hold() {
        if (gate.getCount() == 0) {
            gate = new CountDownLatch(1);
        }
    }

    public void release() {
        gate.countDown();
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
        check(monitor);
        return database.projects().stream().map(FakeProject::info).sorted(Comparator.comparing(ProjectInfo::name))
                .toList();
    }

    @Override
    public ProjectSnapshot open(UUID project, OptionalLong revision, IProgressMonitor monitor) throws StoreException {
        return existing(project, revision, monitor).model(revision);
    }

    @Override
    public BriefingContent read(UUID edition, IProgressMonitor monitor) throws StoreException {
        check(monitor);
        FakeProject data = database.projectOf(edition);
        if (data == null) {
            throw new StoreException(StoreException.Kind.OTHER, "There is no such edition.");
        }
        synchronized (data) {
            Edition of = Edition.of(data.living(edition));
            List<Passage> passages = data.all(RecordTypes.PASSAGE).map(Passage::of)
                    .filter(p -> p.edition().equals(edition)).sorted(BY_PLACE).toList();
            Set<UUID> ids = passages.stream().map(Passage::id).collect(java.util.stream.Collectors.toSet());
            List<Evidence> evidence = data.all(RecordTypes.EVIDENCE).map(Evidence::of)
                    .filter(e -> ids.contains(e.passage())).toList();
            List<Part> parts = data.all(RecordTypes.PART).map(Part::of).filter(p -> p.edition().equals(edition))
                    .sorted(Comparator.comparingInt(Part::start)).toList();
            return new BriefingContent(data.newest(), Briefing.of(data.living(of.briefing())), of,
                    text(of.textSha256(), monitor).text(), parts, passages, evidence);
        }
    }

    @Override
    public EditionText text(String textSha256, IProgressMonitor monitor) throws StoreException {
        check(monitor);
        EditionText text = database.text(textSha256);
        if (text == null) {
            throw new StoreException(StoreException.Kind.OTHER, "There is no such text.");
        }
        return text;
    }

    @Override
    public Cursor<ObjectState> objects(UUID project, Set<String> types, OptionalLong revision,
            IProgressMonitor monitor) throws StoreException {
        return Cursor.of(existing(project, revision, monitor).stateAt(revision).stream().filter(s -> types.contains(s.type()))
                .sorted(Comparator.comparing(ObjectState::type)
                        .thenComparing(s -> s.placement() == null ? "" : s.placement().order())
                        .thenComparing(ObjectState::id))
                .toList());
    }

    @Override
    public Cursor<Passage> passages(PassageFilter filter, PassageOrder order, IProgressMonitor monitor)
            throws StoreException {
        FakeProject data = existing(filter.project(), monitor);
        synchronized (data) {
            Stream<Passage> passages = data.all(RecordTypes.PASSAGE).map(Passage::of)
                    .filter(p -> filter.edition() == null || filter.edition().equals(p.edition()))
                    .filter(p -> filter.code() == null || p.codes().contains(filter.code()))
                    .filter(p -> filter.target() == null || data.isEvidence(p.id(), filter.target()))
                    .filter(p -> filter.quoteContains() == null
                            || p.anchor().quote().contains(filter.quoteContains()));
            Comparator<Passage> by = order == PassageOrder.NEWEST
                    ? Comparator.<Passage>comparingLong(p -> data.creation(p.id())).reversed()
                    : Comparator.comparing(Passage::edition).thenComparing(BY_PLACE);
            return Cursor.of(passages.sorted(by).toList());
        }
    }

    @Override
    public Cursor<Evidence> evidence(UUID target, IProgressMonitor monitor) throws StoreException {
        check(monitor);
        FakeProject data = database.projectOf(target);
        return Cursor.of(data == null ? List.of()
                : data.stateAt(OptionalLong.empty()).stream().filter(s -> RecordTypes.EVIDENCE.equals(s.type()))
                        .map(Evidence::of).filter(e -> e.target().equals(target)).toList());
    }

    @Override
    public Cursor<Referrer> referrers(UUID object, IProgressMonitor monitor) throws StoreException {
        check(monitor);
        FakeProject data = database.projectOf(object);
        return Cursor.of(data == null ? List.of() : data.referrers(object));
    }

    @Override
    public void keep(EditionText text, IProgressMonitor monitor) throws StoreException {
        check(monitor);
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
        check(monitor);
        await(monitor);
        check(monitor);
        CommitResult told = nextAnswer();
        CommitResult result = told != null ? told : commit(changes);
        if (loseNextAnswer) {
            loseNextAnswer = false;
            throw new StoreException(StoreException.Kind.OFFLINE, "The connection broke.");
        }
        return result;
    }

    private CommitResult commit(ChangeSet changes) {
        return database.member(member).role().atLeast(Role.ANALYST) ? database.commit(changes, member)
                : new CommitResult.Refused(CommitResult.Reason.ROLE, READERS);
    }

    private synchronized CommitResult nextAnswer() {
        return answers.poll();
    }

    private void await(IProgressMonitor monitor) throws StoreException {
        CountDownLatch now = gate;
        try {
            for (int i = 0; i < PATIENCE * 100 && !now.await(10, TimeUnit.MILLISECONDS); i++) {
                check(monitor);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Kind.OTHER, "Interrupted.", e);
        }
    }

    @Override
    public Cursor<Revision> since(UUID project, long revision, IProgressMonitor monitor) throws StoreException {
        return Cursor.of(existing(project, monitor).since(revision));
    }

    @Override
    public Cursor<Revision> history(UUID object, IProgressMonitor monitor) throws StoreException {
        check(monitor);
        return Cursor.of(database.projects().stream().flatMap(p -> p.history(object).stream()).toList());
    }

    @Override
    public OptionalLong revisionOf(UUID changeSet, IProgressMonitor monitor) throws StoreException {
        check(monitor);
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
        check(monitor);
        if (place == null) {
            database.gone(project, client);
        } else {
            database.announce(project, new Presence(client, member, member, place));
        }
    }

    @Override
    public void replay(UUID project, List<Revision> revisions, IProgressMonitor monitor) throws StoreException {
        check(monitor);
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
        return Cursor.of(existing(filter.project(), monitor).since(0).reversed().stream()
                .filter(r -> filter.before() == 0 || r.number() < filter.before())
                .filter(r -> filter.author() == null || filter.author().equals(r.author()))
                .filter(r -> filter.from() == null || !r.when().isBefore(filter.from()))
                .filter(r -> filter.labelContains() == null || r.label().toLowerCase(Locale.ROOT)
                        .contains(filter.labelContains().toLowerCase(Locale.ROOT)))
                .filter(r -> filter.object() == null
                        || r.changes().stream().anyMatch(c -> c.object().equals(filter.object()))).toList());
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
        check(monitor);
        FakeProject data = database.project(project);
        if (data == null) {
            throw new StoreException(StoreException.Kind.OTHER, "There is no such project.");
        }
        return data;
    }

    private void check(IProgressMonitor monitor) throws StoreException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        if (offline) {
            throw new StoreException(StoreException.Kind.OFFLINE, "The database can't be reached.");
        }
    }
}
