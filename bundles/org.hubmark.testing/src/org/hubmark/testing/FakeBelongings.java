package org.hubmark.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Revision;

/** What ever belonged to what, by a whole log. */
final class FakeBelongings {

    private final Map<UUID, Set<UUID>> byOwner = new HashMap<>();

    private FakeBelongings(List<Revision> log) {
        log.forEach(revision -> revision.changes().forEach(this::note));
    }

    /** An object, what belongs or belonged to it, and to that in turn. */
    static Set<UUID> of(UUID object, List<Revision> log) {
        FakeBelongings all = new FakeBelongings(log);
        Set<UUID> found = new LinkedHashSet<>(Set.of(object));
        List<UUID> open = new ArrayList<>(found);
        while (!open.isEmpty()) {
            all.byOwner.getOrDefault(open.removeLast(), Set.of()).stream().filter(found::add).forEach(open::add);
        }
        return found;
    }

    private void note(Change change) {
        switch (change) {
            case Change.Create(ObjectState state) -> note(state);
            case Change.Delete(ObjectState last) -> note(last);
            case Change.Restore(ObjectState last) -> note(last);
            case Change.Move(UUID id, Placement old, Placement now) -> {
                note(old, id);
                note(now, id);
            }
            case Change.Put(UUID id, String feature, Value old, Value now) when LogFilter.ABOUT.contains(feature) -> {
                note(old, id);
                note(now, id);
            }
            default -> {
                // changes no owner
            }
        }
    }

    private void note(ObjectState state) {
        note(state.placement(), state.id());
        LogFilter.ABOUT.stream().map(state::ref).filter(Objects::nonNull).forEach(owner -> add(owner, state.id()));
    }

    private void note(Placement placement, UUID object) {
        if (placement != null) {
            add(placement.container(), object);
        }
    }

    private void note(Value value, UUID object) {
        if (value instanceof Value.Ref(UUID owner)) {
            add(owner, object);
        }
    }

    private void add(UUID owner, UUID object) {
        byOwner.computeIfAbsent(owner, id -> new HashSet<>()).add(object);
    }
}
