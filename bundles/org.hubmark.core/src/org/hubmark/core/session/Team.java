package org.hubmark.core.session;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.hubmark.core.briefing.Comment;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.conflict.Conflict;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.core.conflict.ConflictViews;
import org.hubmark.core.history.ChangeLine;
import org.hubmark.core.history.ObjectHistory;
import org.hubmark.core.history.RevisionComparison;
import org.hubmark.core.history.RevisionSummary;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Presence;
import org.hubmark.core.store.Revision;

/**
 * What a session knows of the colleagues: who is there, what they did, what of it the member has not seen yet. Model
 * thread, unless said otherwise.
 */
public final class Team {

    private final SessionCore core;
    private final SessionReads reads;

    Team(SessionCore core, SessionReads reads) {
        this.core = core;
        this.reads = reads;
    }

    /** Says where the user is at work now; colleagues hear of it a moment later. Returns at once. Any thread. */
    public void moveTo(Presence.Place place) {
        core.presence().moveTo(place);
    }

    /** Who is at work in the project, this session included; empty while the store can't be reached. Any thread. */
    public List<Presence> present() {
        return core.locked(() -> core.sync().isReachable() ? core.presence().all() : List.of());
    }

    /**
     * The newest revisions that pass a filter, newest first, at most {@code limit}; the next page comes before the last
     * one's number. Any thread may ask; the future completes on the model thread, with a {@code StoreException} if the
     * store can't be asked.
     */
    public CompletableFuture<List<Revision>> log(LogFilter filter, int limit) {
        return reads.log(filter, limit);
    }

    /**
     * What revisions changed, in the user's words and in the same order; otherwise like {@link #log}. Cost: a query for
     * each object named that is neither in the model nor open.
     */
    public CompletableFuture<List<RevisionSummary>> describe(List<Revision> revisions) {
        return reads.describe(revisions);
    }

    /** What changes do, in the user's words: the first {@code limit} of them; otherwise like {@link #describe(List)}. */
    public CompletableFuture<List<ChangeLine>> describe(List<Change> changes, int limit) {
        return reads.describe(changes, limit);
    }

    /** The revisions that changed an object, newest first, each with only its changes to it; like {@link #log}. */
    public CompletableFuture<List<Revision>> history(UUID object) {
        return core.reads().ask(monitor -> ObjectHistory.read(core.store(), object, monitor).revisions().reversed());
    }

    /** What changed from one revision to another, earlier or later one. Cost: all revisions between them. */
    public CompletableFuture<RevisionComparison> compare(long from, long to) {
        return core.reads().ask(monitor -> RevisionComparison.read(core.store(), core.project(), from, to, monitor));
    }

    /**
     * What others have changed since the member last looked: elements, codes, passages, comments, briefings, editions,
     * by their ids. It outlives the session, on this machine. A snapshot.
     */
    public Set<UUID> unread() {
        return core.locked(core.unread()::objects);
    }

    /** The member has looked at these. */
    public void markSeen(Collection<UUID> ids) {
        core.locked(() -> core.unread().seen(ids));
    }

    /** What waits for a decision, oldest first, then what was decided, newest first. */
    public List<ConflictView> conflicts() {
        return core.locked(() -> {
            ConflictViews views = new ConflictViews(core.lookup()::here);
            List<Conflict> all = core.conflicts().all();
            return Stream.concat(all.stream().filter(c -> c.state() == Conflict.State.OPEN),
                    all.reversed().stream().filter(c -> c.state() != Conflict.State.OPEN)).map(views::of).toList();
        });
    }

    /** A conflict as it is stored, or null. */
    public Conflict conflict(UUID id) {
        return core.locked(() -> core.conflicts().get(id));
    }

    /**
     * The work that waits with a conflict: from the record, or, if it was too long for that, from its author's machine.
     * Empty on any other machine then. The future completes on the model thread.
     */
    public CompletableFuture<List<ChangeSet>> work(Conflict conflict) {
        return conflict.sets().isEmpty() ? core.reads().ask(monitor -> core.outbox().refused().get(conflict.id()))
                : CompletableFuture.completedFuture(conflict.sets());
    }

    /** The comments on a passage, an element or a code, or the replies to a comment, in their order; may be empty. */
    public List<Comment> comments(UUID about) {
        return core.locked(() -> core.records().comments().of(about));
    }

    /** The comments on an object, each followed by its replies and theirs. */
    public List<Comment> thread(UUID about) {
        return core.locked(() -> core.records().comments().thread(about));
    }

    /** Every comment of the project, in no order that means anything. */
    public List<Comment> allComments() {
        return core.locked(() -> core.records().comments().all());
    }

    /** A comment, or null. */
    public Comment comment(UUID id) {
        return core.locked(() -> {
            ObjectState state = core.records().live().get(id);
            return state == null || !RecordTypes.COMMENT.equals(state.type()) ? null : Comment.of(state);
        });
    }

    /** The passage, element or code that a comment or reply is about. */
    public UUID subject(Comment comment) {
        return core.locked(() -> core.records().comments().subject(comment.id()));
    }

    /** The comments that mention this member and that the member has not seen yet. */
    public List<Comment> mentions() {
        return core.locked(() -> {
            Set<UUID> unread = core.unread().objects();
            return core.records().comments().all().stream().filter(comment -> unread.contains(comment.id()))
                    .filter(comment -> comment.mentions().contains(core.self().account())).toList();
        });
    }

    /** Who works in this session. Any thread. */
    public Member self() {
        return core.locked(core::self);
    }

    /** Who may work in the database, by name: for mentions. The future completes on the model thread. */
    public CompletableFuture<List<Member>> members() {
        return core.reads().ask(monitor -> core.store().members().all(monitor));
    }
}
