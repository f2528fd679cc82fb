package org.hubmark.core.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.Revision;

/** What colleagues did while own change sets waited. Immutable. */
final class TheirChanges {

    /** One of their changes, and the revision it is from. */
    record Their(Revision revision, Change change) {
    }

    private final List<Their> all = new ArrayList<>();

    /** @param revisions oldest first */
    TheirChanges(List<Revision> revisions) {
        revisions.forEach(r -> r.changes().forEach(change -> all.add(new Their(r, change))));
    }

    /** The newest one like this. */
    Optional<Their> last(Predicate<Change> like) {
        return all.reversed().stream().filter(their -> like.test(their.change())).findFirst();
    }

    /** Whether they deleted an object and nobody brought it back. */
    boolean isGone(UUID id) {
        return deletion(id).isPresent();
    }

    private Optional<Their> deletion(UUID id) {
        return last(c -> c.object().equals(id)
                && (c instanceof Change.Delete || c instanceof Change.Restore || c instanceof Change.Create))
                .filter(their -> their.change() instanceof Change.Delete);
    }

    /** The object whose deletion took this one with it. */
    UUID top(UUID id) {
        return deletion(id).map(their -> new DeletedTogether(their.revision().changes()).top(id)).orElse(id);
    }

    /** The deletion of an object and of all that went with it. */
    List<Their> deletions(UUID top) {
        Revision revision = deletion(top).orElseThrow().revision();
        DeletedTogether together = new DeletedTogether(revision.changes());
        return all.stream().filter(their -> their.revision() == revision
                && their.change() instanceof Change.Delete && together.top(their.change().object()).equals(top))
                .toList();
    }

    /** What they changed of an object after a revision, put into it, or made refer to it. */
    List<Their> edits(UUID id, long after) {
        return all.stream().filter(their -> their.revision().number() > after && isEdit(their.change(), id)).toList();
    }

    /** Earlier ones and further ones, in their order, each once. */
    List<Their> joined(List<Change> before, List<Their> further) {
        return all.stream().filter(their -> before.contains(their.change()) || further.contains(their)).toList();
    }

    private static boolean isEdit(Change change, UUID id) {
        return switch (change) {
            case Change.Create(ObjectState state) -> mentions(state, id);
            case Change.Restore(ObjectState state) -> mentions(state, id);
            case Change.Delete delete -> false;
            case Change.Put(UUID object, String feature, Value old, Value now) -> object.equals(id)
                    || Value.ref(id).equals(now);
            case Change.Add(UUID object, String feature, Value item) -> object.equals(id)
                    || Value.ref(id).equals(item);
            case Change.Remove remove -> remove.object().equals(id);
            case Change.Move(UUID object, Placement old, Placement now) -> object.equals(id)
                    || now.container().equals(id);
        };
    }

    private static boolean mentions(ObjectState state, UUID id) {
        return state.id().equals(id) || id.equals(state.container()) || state.values().containsValue(Value.ref(id))
                || state.items().values().stream().anyMatch(items -> items.contains(Value.ref(id)));
    }
}
