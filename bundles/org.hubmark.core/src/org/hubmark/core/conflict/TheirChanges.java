package org.hubmark.core.conflict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.Revision;

/** What colleagues did while own change sets waited, found by what it is about. */
final class TheirChanges {

    /** One of their changes, and the revision it is from; {@code index} counts them all, oldest first. */
    record Their(Revision revision, Change change, int index) {
    }

    private final Map<UUID, List<Their>> about = new HashMap<>();
    private final Map<Long, DeletedTogether> together = new HashMap<>();

    /** @param revisions oldest first */
    TheirChanges(List<Revision> revisions) {
        int index = 0;
        for (Revision revision : revisions) {
            for (Change change : revision.changes()) {
                Their their = new Their(revision, change, index++);
                mentioned(change).forEach(id -> about.computeIfAbsent(id, o -> new ArrayList<>()).add(their));
            }
        }
    }

    private List<Their> about(UUID id) {
        return about.getOrDefault(id, List.of());
    }

    /** The newest change of an object like this. */
    Optional<Their> last(UUID object, Predicate<Change> like) {
        return about(object).reversed().stream()
                .filter(their -> their.change().object().equals(object) && like.test(their.change())).findFirst();
    }

    /** Whether they deleted an object and nobody brought it back. */
    boolean isGone(UUID id) {
        return deletion(id).isPresent();
    }

    private Optional<Their> deletion(UUID id) {
        return last(id, c -> c instanceof Change.Delete || c instanceof Change.Restore || c instanceof Change.Create)
                .filter(their -> their.change() instanceof Change.Delete);
    }

    /** The object whose deletion took this one with it. */
    UUID top(UUID id) {
        return deletion(id).map(their -> together(their.revision()).top(id)).orElse(id);
    }

    private DeletedTogether together(Revision revision) {
        return together.computeIfAbsent(revision.number(), number -> new DeletedTogether(revision.changes()));
    }

    /** The deletion of an object and of all that went with it. */
    List<Their> deletions(UUID top) {
        Their deletion = deletion(top).orElseThrow();
        DeletedTogether all = together(deletion.revision());
        return deletion.revision().changes().stream()
                .filter(c -> c instanceof Change.Delete && all.top(c.object()).equals(top))
                .map(c -> new Their(deletion.revision(), c, deletion.index())).toList();
    }

    /** What they changed of an object after a revision, put into it, or made refer to it. */
    List<Their> edits(UUID id, long after) {
        return about(id).stream().filter(their -> their.revision().number() > after && isEdit(their.change(), id))
                .toList();
    }

    private static boolean isEdit(Change change, UUID id) {
        return switch (change) {
            case Change.Create create -> true;
            case Change.Restore restore -> true;
            case Change.Delete delete -> false;
            case Change.Put(UUID object, String feature, Value old, Value now) -> object.equals(id)
                    || Value.ref(id).equals(now);
            case Change.Add add -> true;
            case Change.Remove remove -> remove.object().equals(id);
            case Change.Move(UUID object, Placement old, Placement now) -> object.equals(id)
                    || now.container().equals(id);
        };
    }

    /** The object, what it stands in or refers to then, and what it referred to. */
    private static Set<UUID> mentioned(Change change) {
        Set<UUID> ids = new LinkedHashSet<>(Rebase.needed(List.of(change)));
        ids.add(change.object());
        if (change instanceof Change.Put(UUID id, String feature, Value.Ref(UUID old), Value now)) {
            ids.add(old);
        }
        return ids;
    }
}
