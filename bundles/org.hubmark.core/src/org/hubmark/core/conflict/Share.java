package org.hubmark.core.conflict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Value;

/** What is left of the refused changes when some of the contentions are decided for the other side. Use once. */
public final class Share {

    private final List<Change> net;
    private final Set<UUID> gone = new HashSet<>();
    private final Set<UUID> kept = new HashSet<>();
    private final Set<Object> dropped = new HashSet<>();

    private Share(List<Change> net) {
        this.net = net;
    }

    /**
     * @param net what the refused change sets come to
     * @param theirs the contentions in which the colleague's side stays
     */
    public static List<Change> of(List<Change> net, Collection<Contention> theirs) {
        Share share = new Share(net);
        theirs.forEach(share::give);
        return share.rest();
    }

    /** What of the refused changes is at stake in one contention. */
    static List<Change> lost(List<Change> net, Contention contention) {
        List<Change> rest = of(net, List.of(contention));
        return net.stream().filter(change -> !rest.contains(change)).toList();
    }

    private void give(Contention contention) {
        UUID id = contention.object();
        switch (contention.kind()) {
            case VALUE -> dropped.add(List.of(id, contention.feature()));
            case PLACE, CYCLE -> dropped.add(List.of(id, Change.Move.class));
            case BOTH_CREATED -> dropped.add(List.of(id, Change.Create.class));
            case EDIT_AGAINST_DELETION -> {
                gone.add(id);
                contention.their().forEach(change -> gone.add(change.object()));
            }
            case DELETION_AGAINST_EDIT -> {
                kept.add(id);
                DeletedTogether mine = new DeletedTogether(net);
                net.stream().map(Change::object).filter(o -> mine.contains(o) && mine.top(o).equals(id))
                        .forEach(kept::add);
            }
        }
    }

    private List<Change> rest() {
        List<Change> rest = new ArrayList<>();
        for (Change change : net) {
            Change left = gone.contains(change.object()) ? null : left(change);
            if (left != null) {
                rest.add(left);
            }
        }
        return rest;
    }

    private Change left(Change change) {
        UUID id = change.object();
        return switch (change) {
            case Change.Create(ObjectState state) -> born(state) ? new Change.Create(connected(state)) : null;
            case Change.Restore(ObjectState state) -> born(state) ? new Change.Restore(connected(state)) : null;
            case Change.Put(UUID o, String feature, Value old, Value now) ->
                dropped.contains(List.of(id, feature)) || in(gone, now) || in(kept, old) ? null : change;
            case Change.Add add -> in(gone, add.item()) ? null : change;
            case Change.Remove remove -> in(kept, remove.item()) ? null : change;
            case Change.Move move -> dropped.contains(List.of(id, Change.Move.class))
                    || gone.contains(move.now().container()) ? null : change;
            case Change.Delete delete -> kept.contains(id) ? null : change;
        };
    }

    /** What is made in something that is gone can't be made; nor what is to stand in that. */
    private boolean born(ObjectState state) {
        if (state.placement() != null && gone.contains(state.container())) {
            gone.add(state.id());
        }
        return !gone.contains(state.id()) && !dropped.contains(List.of(state.id(), Change.Create.class));
    }

    private ObjectState connected(ObjectState state) {
        Map<String, Value> values = new TreeMap<>(state.values());
        values.values().removeIf(value -> in(gone, value));
        Map<String, Set<Value>> items = new TreeMap<>();
        state.items().forEach((feature, set) -> {
            Set<Value> left = new LinkedHashSet<>(set);
            left.removeIf(value -> in(gone, value));
            items.put(feature, left);
        });
        items.values().removeIf(Set::isEmpty);
        return new ObjectState(state.id(), state.type(), state.placement(), values, items);
    }

    private static boolean in(Set<UUID> objects, Value value) {
        return value instanceof Value.Ref(UUID id) && objects.contains(id);
    }
}
