package org.hubmark.core.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.briefing.Comment;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.Value;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.Member;

/**
 * What members say to each other, as changes for {@code Session.execute}. An empty list: nothing would change. Members
 * are those of {@code Team.members}, for {@code @name}. Model thread.
 */
public final class CommentCommands {

    private CommentCommands() {
    }

    /**
     * A new comment on a passage, an element or a code, or a reply to a comment; its id is that of the first change.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public static List<Change> add(Session session, UUID about, String text, Collection<Member> members) {
        return List.of(new Change.Create(new Comment(Ids.next(), about, session.orderAtEnd(about, Comment.FEATURE),
                checked(text), session.member(), PassageCommands.now(), false, Mentions.in(text, members)).state()));
    }

    /**
     * Another text for an own comment.
     *
     * @throws IllegalArgumentException if it is somebody else's, or the text is blank
     */
    public static List<Change> edit(Session session, Comment comment, String text, Collection<Member> members) {
        checkOwn(session, comment);
        return changed(comment, checked(text), Mentions.in(text, members));
    }

    /**
     * Takes an own comment back: it is deleted, or, if somebody has replied, left without a text.
     *
     * @throws IllegalArgumentException if it is somebody else's
     */
    public static List<Change> delete(Session session, Comment comment) {
        checkOwn(session, comment);
        return session.team().comments(comment.id()).isEmpty() ? List.of(new Change.Delete(comment.state()))
                : changed(comment, null, Set.of());
    }

    /** What a comment asks for is done; replies are never resolved by themselves. */
    public static List<Change> resolve(Comment comment) {
        return comment.resolved() ? List.of()
                : List.of(new Change.Put(comment.id(), Comment.RESOLVED, null, Value.of(true)));
    }

    public static List<Change> reopen(Comment comment) {
        return comment.resolved() ? List.of(new Change.Put(comment.id(), Comment.RESOLVED, Value.of(true), null))
                : List.of();
    }

    /** Deletes all comments on an object and their replies, because the object goes. */
    static List<Change> deleteAll(Session session, UUID about) {
        List<Change> changes = new ArrayList<>();
        session.team().thread(about).reversed().forEach(comment -> changes.add(new Change.Delete(comment.state())));
        return changes;
    }

    private static List<Change> changed(Comment comment, String text, Set<String> mentions) {
        List<Change> changes = new ArrayList<>();
        if (!Objects.equals(comment.text(), text)) {
            changes.add(new Change.Put(comment.id(), Comment.TEXT, Value.of(comment.text()), Value.of(text)));
        }
        Set<String> gone = new LinkedHashSet<>(comment.mentions());
        gone.removeAll(mentions);
        gone.forEach(account -> changes.add(new Change.Remove(comment.id(), Comment.MENTIONS, Value.of(account))));
        Set<String> more = new LinkedHashSet<>(mentions);
        more.removeAll(comment.mentions());
        more.forEach(account -> changes.add(new Change.Add(comment.id(), Comment.MENTIONS, Value.of(account))));
        return changes;
    }

    private static String checked(String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("a comment without a text");
        }
        return text.strip();
    }

    private static void checkOwn(Session session, Comment comment) {
        if (!session.member().equals(comment.author())) {
            throw new IllegalArgumentException("a comment of " + comment.author());
        }
    }
}
