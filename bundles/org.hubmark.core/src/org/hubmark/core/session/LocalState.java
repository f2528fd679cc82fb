package org.hubmark.core.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.Revision;

/**
 * What a session shows: the acknowledged state at a revision, and on top of it the queue of own change sets. Each
 * replica holds the sum of both; the queue knows for each of them how to take its part back exactly. Model thread.
 */
final class LocalState {

    private final List<Replica> replicas = new ArrayList<>();
    private final List<Entry> queue = new ArrayList<>();
    private long revision;

    /** A change set of the queue, and for each replica what takes it back, in the order to do it. */
    private static final class Entry {
        private final ChangeSet set;
        private final Map<Replica, List<Change>> backwards = new IdentityHashMap<>();

        Entry(ChangeSet set) {
            this.set = set;
        }
    }

    /**
     * What an arrival has changed.
     *
     * @param objects about which anything may be different now
     * @param foreign the revisions of others among those that arrived
     */
    record Arrival(Set<UUID> objects, List<Revision> foreign) {
    }

    LocalState(long revision, List<Replica> replicas) {
        this.revision = revision;
        this.replicas.addAll(replicas);
    }

    /** The newest revision in the acknowledged state. */
    long revision() {
        return revision;
    }

    int waiting() {
        return queue.size();
    }

    /** The change sets of the queue, oldest first. */
    List<ChangeSet> queue() {
        return queue.stream().map(entry -> entry.set).toList();
    }

    /** Adds a change set to the end of the queue and shows it. Returns the objects it is about. */
    Set<UUID> add(ChangeSet set) {
        Entry entry = new Entry(set);
        queue.add(entry);
        replicas.forEach(replica -> entry.backwards.put(replica, run(replica, set.changes())));
        return objects(set.changes());
    }

    /** Adds a change set that one replica shows already. */
    Set<UUID> addShown(ChangeSet set, Replica shows) {
        Entry entry = new Entry(set);
        queue.add(entry);
        List<Change> backwards = new ArrayList<>(set.changes().stream().map(Change::inverse).toList());
        Collections.reverse(backwards);
        replicas.forEach(replica -> entry.backwards.put(replica,
                replica == shows ? backwards : run(replica, set.changes())));
        return objects(set.changes());
    }

    /**
     * A new replica, which holds the acknowledged state of at least this revision; the queue is shown in it as well.
     */
    void join(Replica replica) {
        replicas.add(replica);
        queue.forEach(entry -> entry.backwards.put(replica, run(replica, entry.set.changes())));
    }

    void leave(Replica replica) {
        replicas.remove(replica);
        queue.forEach(entry -> entry.backwards.remove(replica));
    }

    /** The head of the queue has become this revision, the next one. False if it isn't so: the log has to tell then. */
    boolean acknowledge(UUID changeSet, long number) {
        if (number != revision + 1 || queue.isEmpty() || !queue.getFirst().set.id().equals(changeSet)) {
            return false;
        }
        queue.removeFirst();
        revision = number;
        return true;
    }

    /** A change set of the queue and those after it that build on it, in their order; empty if it is not there. */
    List<ChangeSet> withDependents(UUID changeSet) {
        List<ChangeSet> together = new ArrayList<>();
        Set<Object> touched = new HashSet<>();
        for (Entry entry : queue) {
            if (entry.set.id().equals(changeSet)
                    || !together.isEmpty() && Footprint.buildOn(entry.set.changes(), touched)) {
                together.add(entry.set);
                entry.set.changes().forEach(change -> touched.addAll(Footprint.touched(change)));
            }
        }
        return together;
    }

    /**
     * The store will never take these change sets: shows the state without them. Returns the change sets left as they
     * read now that they replace something else; they go to the store as they were, because what they were meant to
     * replace is how it finds conflicts.
     */
    List<ChangeSet> drop(List<ChangeSet> dropped) {
        Set<UUID> ids = new HashSet<>();
        dropped.forEach(set -> ids.add(set.id()));
        unwind();
        queue.removeIf(entry -> ids.contains(entry.set.id()));
        List<ChangeSet> reworded = replay();
        dropped.forEach(set -> settle(objects(set.changes())));
        return reworded;
    }

    /** Revisions from the log, in order; those known already are left out. */
    Arrival arrive(List<Revision> revisions) {
        List<Revision> news = revisions.stream().filter(r -> r.number() > revision).toList();
        List<Revision> foreign = news.stream().filter(r -> !isQueued(r.changeSet())).toList();
        List<Change> theirs = foreign.stream().flatMap(r -> r.changes().stream()).toList();
        Set<UUID> objects = objects(theirs);
        if (foreign.isEmpty() || commuteWithQueue(theirs)) {
            replicas.forEach(replica -> run(replica, theirs));
            news.forEach(r -> queue.removeIf(entry -> entry.set.id().equals(r.changeSet())));
        } else {
            unwind();
            news.forEach(this::pass);
            replay();
            settle(objects);
        }
        if (!news.isEmpty()) {
            revision = news.getLast().number();
        }
        return new Arrival(objects, foreign);
    }

    private void pass(Revision revision) {
        replicas.forEach(replica -> run(replica, revision.changes()));
        queue.removeIf(entry -> entry.set.id().equals(revision.changeSet()));
    }

    private boolean isQueued(UUID changeSet) {
        return queue.stream().anyMatch(entry -> entry.set.id().equals(changeSet));
    }

    private boolean commuteWithQueue(List<Change> theirs) {
        return queue.stream().allMatch(entry -> Footprint.commute(theirs, entry.set.changes()));
    }

    private void unwind() {
        for (int i = queue.size() - 1; i >= 0; i--) {
            queue.get(i).backwards.forEach((replica, backwards) -> backwards.forEach(replica::takeBack));
        }
        settle(Set.of());
    }

    private List<ChangeSet> replay() {
        List<ChangeSet> reworded = new ArrayList<>();
        for (Entry entry : queue) {
            List<Change> wording = new ArrayList<>(entry.set.changes());
            replicas.forEach(replica -> entry.backwards.put(replica, run(replica, entry.set.changes(), wording)));
            if (!wording.equals(entry.set.changes())) {
                ChangeSet s = entry.set;
                reworded.add(new ChangeSet(s.id(), s.project(), s.client(), s.base(), s.label(), s.undoes(), wording));
            }
        }
        return reworded;
    }

    private static List<Change> run(Replica replica, List<Change> changes) {
        return run(replica, changes, new ArrayList<>(changes));
    }

    /** Applies changes; {@code wording} then says of each what it really replaced. */
    private static List<Change> run(Replica replica, List<Change> changes, List<Change> wording) {
        List<Change> backwards = new ArrayList<>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            Change inverse = replica.apply(changes.get(i));
            if (inverse != null) {
                backwards.add(inverse);
                wording.set(i, reword(changes.get(i), inverse));
            }
        }
        Collections.reverse(backwards);
        replica.settle(objects(changes));
        return backwards;
    }

    private static Change reword(Change change, Change inverse) {
        return switch (change) {
            case Change.Put put -> inverse.inverse();
            case Change.Move move -> inverse.inverse();
            case Change.Delete delete -> inverse.inverse();
            default -> change;
        };
    }

    /** An object as the session shows it; null if it is deleted, or a record that is not in memory. */
    ObjectState state(UUID id) {
        return replicas.stream().map(replica -> replica.state(id)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private void settle(Set<UUID> objects) {
        replicas.forEach(replica -> replica.settle(objects));
    }

    static Set<UUID> objects(List<Change> changes) {
        Set<UUID> objects = new HashSet<>();
        changes.forEach(change -> objects.add(change.object()));
        return objects;
    }
}
