package org.hubmark.core.conflict;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Value;

/**
 * The objects that a list of changes deletes, and which of them went because of which: contents with their container,
 * evidence with what it is for. Immutable.
 */
final class DeletedTogether {

    private final Map<UUID, ObjectState> deleted = new HashMap<>();

    DeletedTogether(List<Change> changes) {
        changes.forEach(change -> {
            if (change instanceof Change.Delete(ObjectState last)) {
                deleted.put(last.id(), last);
            }
        });
    }

    boolean contains(UUID id) {
        return deleted.containsKey(id);
    }

    /** The deleted object that this one went with: itself, if with no other. */
    UUID top(UUID id) {
        Set<UUID> way = new HashSet<>();
        UUID at = id;
        while (way.add(at)) {
            UUID cause = cause(deleted.get(at));
            if (cause == null) {
                return at;
            }
            at = cause;
        }
        return at;
    }

    private UUID cause(ObjectState state) {
        if (state == null) {
            return null;
        }
        if (state.placement() != null && deleted.containsKey(state.container())) {
            return state.container();
        }
        return Stream.of("target", "source", "subject").map(state.values()::get)
                .filter(value -> value instanceof Value.Ref(UUID id) && deleted.containsKey(id))
                .map(value -> ((Value.Ref) value).id()).findFirst().orElse(null);
    }
}
