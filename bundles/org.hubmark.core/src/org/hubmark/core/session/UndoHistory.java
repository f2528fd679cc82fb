package org.hubmark.core.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.store.Revision;

/**
 * What the user of this session can undo and redo: own change sets, newest first, each with the first change of a
 * colleague that stands in its way. Model thread.
 */
final class UndoHistory {

    /** One step. {@code blockedBy} is null as long as no colleague has touched the same. */
    static final class Step {
        private final String label;
        private ChangeSet changes;
        private Revision blockedBy;

        Step(String label, ChangeSet changes) {
            this.label = label;
            this.changes = changes;
        }

        /** What the user did first; undo and redo keep its name. */
        String label() {
            return label;
        }

        ChangeSet changes() {
            return changes;
        }

        Revision blockedBy() {
            return blockedBy;
        }
    }

    private final Deque<Step> undo = new ArrayDeque<>();
    private final Deque<Step> redo = new ArrayDeque<>();

    /** A new command: what was undone before can't be redone any more. */
    void add(ChangeSet changes) {
        redo.clear();
        undo.push(new Step(changes.label(), changes));
    }

    /** The next step to undo, or null. */
    Step nextUndo() {
        return undo.peek();
    }

    Step nextRedo() {
        return redo.peek();
    }

    /** The next step was undone by this change set. */
    void undone(ChangeSet inverse) {
        redo.push(new Step(undo.pop().label, inverse));
    }

    void redone(ChangeSet again) {
        undo.push(new Step(redo.pop().label, again));
    }

    /** The same change set has another wording now. */
    void replace(ChangeSet changes) {
        undo.stream().filter(s -> s.changes.id().equals(changes.id())).forEach(s -> s.changes = changes);
        redo.stream().filter(s -> s.changes.id().equals(changes.id())).forEach(s -> s.changes = changes);
    }

    /** A step that can't be done, because it never happened or because a colleague stands in its way. */
    void forget(UUID changeSet) {
        undo.removeIf(s -> s.changes.id().equals(changeSet));
        redo.removeIf(s -> s.changes.id().equals(changeSet));
    }

    /** A colleague's revision has arrived. */
    void block(Revision theirs) {
        block(undo, theirs);
        block(redo, theirs);
    }

    private static void block(Deque<Step> steps, Revision theirs) {
        if (steps.isEmpty()) {
            return;
        }
        Set<Object> touched = new HashSet<>();
        theirs.changes().forEach(change -> touched.addAll(Footprint.touched(change)));
        for (Step step : steps) {
            if (step.blockedBy == null && step.changes.changes().stream().map(Change::inverse)
                    .anyMatch(inverse -> Footprint.needs(inverse).stream().anyMatch(touched::contains))) {
                step.blockedBy = theirs;
            }
        }
    }
}
