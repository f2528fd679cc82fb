package org.hubmark.core.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hubmark.core.briefing.Comment;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ObjectState;

/**
 * The comments of the project, by what they are about. All of them are in memory: a team writes thousands, not hundreds
 * of thousands, and the margin of every open briefing wants them at once. Model thread.
 */
final class SessionComments {

    private static final Comparator<Comment> BY_ORDER = Comparator.comparing(Comment::order).thenComparing(Comment::id);

    private final LiveRecords records;
    private Map<UUID, List<Comment>> byAbout = Map.of();
    private long version = -1;

    SessionComments(LiveRecords records) {
        this.records = records;
    }

    /** The comments that stand in an object directly, in their order; may be empty. */
    List<Comment> of(UUID about) {
        return index().getOrDefault(about, List.of());
    }

    /** Those, each followed by its replies and theirs. */
    List<Comment> thread(UUID about) {
        List<Comment> thread = new ArrayList<>();
        for (Comment comment : of(about)) {
            thread.add(comment);
            thread.addAll(thread(comment.id()));
        }
        return thread;
    }

    List<Comment> all() {
        return index().values().stream().flatMap(List::stream).toList();
    }

    /** What a comment or its topmost comment is about; the object itself if it is no comment. */
    UUID subject(UUID id) {
        UUID at = id;
        ObjectState state = records.get(at);
        while (state != null && RecordTypes.COMMENT.equals(state.type())) {
            at = state.container();
            state = records.get(at);
        }
        return at;
    }

    /** Is made anew after any record has changed: linear in the number of records that the session holds. */
    private Map<UUID, List<Comment>> index() {
        if (version != records.version()) {
            Map<UUID, List<Comment>> index = new HashMap<>();
            records.all().stream().filter(state -> RecordTypes.COMMENT.equals(state.type())).map(Comment::of)
                    .forEach(comment -> index.computeIfAbsent(comment.about(), id -> new ArrayList<>()).add(comment));
            index.values().forEach(comments -> comments.sort(BY_ORDER));
            byAbout = index;
            version = records.version();
        }
        return byAbout;
    }
}
