package org.hubmark.core.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Value;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.text.Anchor;

/**
 * What an analyst does with passages, as changes for {@code Session.execute}. The lists of several commands may be
 * joined into one step of the user. An empty list means that nothing would change.
 */
public final class PassageCommands {

    private PassageCommands() {
    }

    /** A new passage; its id is that of the first change. {@code memo} may be null. Model thread. */
    public static List<Change> mark(BriefingDocument document, Anchor anchor, Set<UUID> codes, String memo) {
        return List.of(new Change.Create(new Passage(Ids.next(), document.edition().id(),
                OrderKeys.nth(anchor.start()), anchor, codes, memo, document.member(), now()).state()));
    }

    /** Deletes a passage with its evidence and comments. Model thread. @throws IllegalArgumentException if it is not there */
    public static List<Change> delete(BriefingDocument document, UUID passage) {
        Passage last = document.passage(passage);
        if (last == null) {
            throw new IllegalArgumentException("no passage " + passage);
        }
        List<Change> changes = new ArrayList<>();
        for (Evidence evidence : document.evidence(passage)) {
            changes.add(new Change.Delete(evidence.state()));
        }
        document.comments(passage).reversed().forEach(comment -> changes.add(new Change.Delete(comment.state())));
        changes.add(new Change.Delete(last.state()));
        return changes;
    }

    /** Gives a passage a code; nothing if it has it. */
    public static List<Change> code(Passage passage, UUID code) {
        return passage.codes().contains(code) ? List.of()
                : List.of(new Change.Add(passage.id(), "codes", Value.ref(code)));
    }

    /** Takes a code off a passage; nothing if it hasn't it. */
    public static List<Change> uncode(Passage passage, UUID code) {
        return passage.codes().contains(code) ? List.of(new Change.Remove(passage.id(), "codes", Value.ref(code)))
                : List.of();
    }

    /** Another memo; null or blank for none. */
    public static List<Change> memo(Passage passage, String memo) {
        String now = memo == null || memo.isBlank() ? null : memo;
        return java.util.Objects.equals(now, passage.memo()) ? List.of()
                : List.of(new Change.Put(passage.id(), "memo", Value.of(passage.memo()), Value.of(now)));
    }

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
