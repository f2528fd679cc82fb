package org.hubmark.core.conflict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.HashSet;
import java.util.UUID;
import java.util.function.Function;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.NetChanges;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.conflict.Contention.Kind;
import org.hubmark.core.store.ConflictDetail;
import org.hubmark.core.store.Revision;

/**
 * Finds what in refused change sets does not go together with what colleagues did meanwhile. What goes with an object
 * that one side deleted whole (its facts, its evidence) is one question, not many. Use once.
 */
public final class Contentions {

    private final List<ChangeSet> sets;
    private final List<Change> net;
    private final TheirChanges theirs;
    private final Function<UUID, Placement> places;
    private final Map<Object, Contention> found = new LinkedHashMap<>();

    /**
     * @param sets in their order
     * @param theirs the revisions of others since the first of them was made, oldest first
     * @param places where an object stands now; null if unknown
     */
    public Contentions(List<ChangeSet> sets, List<Revision> theirs, Function<UUID, Placement> places) {
        this.sets = sets;
        this.net = NetChanges.of(sets.stream().flatMap(set -> set.changes().stream()).toList());
        this.theirs = new TheirChanges(theirs);
        this.places = places;
    }

    /** What the change sets come to; empty if they undo each other. */
    public List<Change> net() {
        return net;
    }

    /** @param door what the store itself said of the first change set; may be empty */
    public List<Contention> find(List<ConflictDetail> door) {
        net.forEach(this::look);
        door.forEach(this::addUnlessKnown);
        return List.copyOf(found.values());
    }

    private void look(Change change) {
        switch (change) {
            case Change.Create(ObjectState state) -> born(state);
            case Change.Restore(ObjectState state) -> born(state);
            case Change.Put put -> {
                needs(put.object());
                needs(put.now());
                put(put);
            }
            case Change.Add(UUID id, String feature, Value item) -> {
                needs(id);
                needs(item);
            }
            case Change.Remove remove -> needs(remove.object());
            case Change.Move move -> {
                needs(move.object());
                needs(move.now().container());
                move(move);
            }
            case Change.Delete delete -> delete(delete.object());
        }
    }

    private void born(ObjectState state) {
        if (state.placement() != null) {
            needs(state.container());
        }
        state.values().values().forEach(this::needs);
        state.items().values().forEach(items -> items.forEach(this::needs));
        theirs.last(c -> c.object().equals(state.id()) && (c instanceof Change.Create || c instanceof Change.Restore))
                .filter(their -> !theirs.isGone(state.id()))
                .ifPresent(their -> add(Kind.BOTH_CREATED, state.id(), null, null, null, null, List.of(their)));
    }

    private void needs(Value value) {
        if (value instanceof Value.Ref(UUID id)) {
            needs(id);
        }
    }

    /** If a colleague deleted it, the question is about all that went with it. */
    private void needs(UUID id) {
        if (theirs.isGone(id)) {
            UUID top = theirs.top(id);
            add(Kind.EDIT_AGAINST_DELETION, top, null, null, null, null, theirs.deletions(top));
        }
    }

    private void put(Change.Put put) {
        theirs.last(c -> c instanceof Change.Put p && p.object().equals(put.object())
                && p.feature().equals(put.feature())).ifPresent(their -> {
                    Value now = ((Change.Put) their.change()).now();
                    if (!Objects.equals(now, put.old()) && !Objects.equals(now, put.now())) {
                        add(Kind.VALUE, put.object(), put.feature(), put.old(), put.now(), now, List.of(their));
                    }
                });
    }

    private void move(Change.Move move) {
        theirs.last(c -> c instanceof Change.Move m && m.object().equals(move.object())).ifPresent(their -> {
            Placement now = ((Change.Move) their.change()).now();
            if (!now.equals(move.old()) && !now.equals(move.now())) {
                add(Kind.PLACE, move.object(), move.now().feature(), Value.ref(move.old().container()),
                        Value.ref(move.now().container()), Value.ref(now.container()), List.of(their));
            }
        });
        cycle(move);
    }

    /** Whether a colleague has put what is to hold the object into the object itself. */
    private void cycle(Change.Move move) {
        List<TheirChanges.Their> moves = new ArrayList<>();
        Set<UUID> way = new HashSet<>();
        UUID at = move.now().container();
        while (at != null && !at.equals(move.object()) && way.add(at)) {
            UUID here = at;
            theirs.last(c -> c instanceof Change.Move m && m.object().equals(here)).ifPresent(moves::add);
            at = places.apply(at) == null ? null : places.apply(at).container();
        }
        if (move.object().equals(at) && !moves.isEmpty()) {
            add(Kind.CYCLE, move.object(), move.now().feature(), Value.ref(move.old().container()),
                    Value.ref(move.now().container()), null, moves);
        }
    }

    private void delete(UUID id) {
        if (theirs.isGone(id)) {
            return;
        }
        long base = sets.reversed().stream().filter(set -> set.changes().stream()
                .anyMatch(c -> c instanceof Change.Delete && c.object().equals(id))).findFirst().orElseThrow().base();
        List<TheirChanges.Their> edits = theirs.edits(id, base);
        if (!edits.isEmpty()) {
            UUID top = new DeletedTogether(net).top(id);
            Contention before = found.get(key(Kind.DELETION_AGAINST_EDIT, top, null));
            if (before != null) {
                edits = theirs.joined(before.their(), edits);
            }
            found.remove(key(Kind.DELETION_AGAINST_EDIT, top, null));
            add(Kind.DELETION_AGAINST_EDIT, top, null, null, null, null, edits);
        }
    }

    private void add(Kind kind, UUID object, String feature, Value base, Value mine, Value now,
            List<TheirChanges.Their> their) {
        Revision by = their.getLast().revision();
        found.putIfAbsent(key(kind, object, feature), new Contention(kind, object, feature, base, mine, now, by.author(),
                by.when().toString(), by.number(), null, their.stream().map(TheirChanges.Their::change).toList()));
    }

    private static Object key(Kind kind, UUID object, String feature) {
        return List.of(kind, object, String.valueOf(feature));
    }

    /** The log is the better witness; but what the store says is never dropped. */
    private void addUnlessKnown(ConflictDetail detail) {
        DeletedTogether mine = new DeletedTogether(net);
        boolean known = found.values().stream().anyMatch(c -> c.object().equals(detail.object())
                || c.object().equals(theirs.top(detail.object())) || c.object().equals(mine.top(detail.object())));
        boolean moot = net.stream().noneMatch(c -> c.object().equals(detail.object()));
        if (known || moot) {
            return;
        }
        Kind kind = detail.feature() != null ? Kind.VALUE
                : mine.contains(detail.object()) ? Kind.DELETION_AGAINST_EDIT : Kind.EDIT_AGAINST_DELETION;
        found.put(key(kind, detail.object(), detail.feature()),
                new Contention(kind, detail.object(), detail.feature(), detail.base(), detail.mine(), detail.theirs(),
                        detail.who(), detail.when(), detail.revision(), null, List.of()));
    }
}
