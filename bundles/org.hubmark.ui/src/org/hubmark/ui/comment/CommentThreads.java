package org.hubmark.ui.comment;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.briefing.Comment;
import org.hubmark.core.change.Change;
import org.hubmark.core.command.CommentCommands;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.text.Quotes;

/**
 * The comments on one object, or all that are open in the project, and what can be done with them; each is one step for
 * undo. Model thread; no window needed.
 */
final class CommentThreads {

    private final Session session;
    private final Set<UUID> unfolded = new HashSet<>();
    private final Messages messages = Messages.of(CommentThreads.class);
    private List<Member> members = List.of();

    CommentThreads(Session session) {
        this.session = session;
    }

    void members(List<Member> all) {
        members = List.copyOf(all);
    }

    /** The first comments of the threads on an object, open ones before resolved ones, in their order. */
    List<Comment> on(UUID about) {
        return session.team().comments(about).stream().sorted(Comparator.comparing(Comment::resolved)).toList();
    }

    /** The first comments of all open threads, the newest first. */
    List<Comment> open() {
        return session.team().allComments().stream().filter(c -> !c.resolved() && session.team().comment(c.about()) == null)
                .sorted(Comparator.comparing(Comment::created).thenComparing(Comment::id).reversed()).toList();
    }

    /** The replies to a comment and theirs, in their order. */
    List<Comment> replies(Comment comment) {
        return session.team().thread(comment.id());
    }

    /** Whether only the head of a thread is shown: of a resolved one, until the user unfolds it. */
    boolean isFolded(Comment comment) {
        return comment.resolved() && !unfolded.contains(comment.id());
    }

    void unfold(Comment comment) {
        unfolded.add(comment.id());
    }

    boolean isOwn(Comment comment) {
        return session.member().equals(comment.author());
    }

    boolean mayWrite() {
        return session.role().atLeast(Role.ANALYST);
    }

    UUID add(UUID about, String text) {
        List<Change> changes = CommentCommands.add(session, about, text, members);
        boolean reply = session.team().comment(about) != null;
        session.execute(messages.get(reply ? "step.reply" : "step.add", Quotes.shown(text)), changes);
        return changes.getFirst().object();
    }

    void edit(Comment comment, String text) {
        execute("step.edit", CommentCommands.edit(session, comment, text, members));
    }

    void delete(Comment comment) {
        execute("step.delete", CommentCommands.delete(session, comment));
    }

    void resolve(Comment comment) {
        execute("step.resolve", CommentCommands.resolve(comment));
        unfolded.remove(comment.id());
    }

    void reopen(Comment comment) {
        execute("step.reopen", CommentCommands.reopen(comment));
    }

    private void execute(String label, List<Change> changes) {
        if (!changes.isEmpty()) {
            session.execute(messages.get(label), changes);
        }
    }
}
