package org.hubmark.core.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What leads from one state of an object to another. */
public final class Differences {

    private Differences() {
    }

    /** The changes that make {@code from} into {@code to}, its place included; empty if they are equal. */
    public static List<Change> between(ObjectState from, ObjectState to) {
        UUID id = from.id();
        List<Change> changes = new ArrayList<>();
        if (!Objects.equals(from.placement(), to.placement()) && to.placement() != null) {
            changes.add(new Change.Move(id, from.placement(), to.placement()));
        }
        Set<String> single = new TreeSet<>(from.values().keySet());
        single.addAll(to.values().keySet());
        for (String feature : single) {
            Value old = from.values().get(feature);
            Value now = to.values().get(feature);
            if (!Objects.equals(old, now)) {
                changes.add(new Change.Put(id, feature, old, now));
            }
        }
        Set<String> many = new TreeSet<>(from.items().keySet());
        many.addAll(to.items().keySet());
        for (String feature : many) {
            from.set(feature).stream().filter(item -> !to.set(feature).contains(item))
                    .forEach(item -> changes.add(new Change.Remove(id, feature, item)));
            to.set(feature).stream().filter(item -> !from.set(feature).contains(item))
                    .forEach(item -> changes.add(new Change.Add(id, feature, item)));
        }
        return changes;
    }
}
