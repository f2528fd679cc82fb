package org.hubmark.core.session;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;

/** Undo and redo of a session: the inverse of an own change set, committed like any other. Model thread. */
final class SessionUndo {

    private final SessionCore core;
    private final UndoHistory history;
    private Set<UUID> lastUndone = Set.of();

    SessionUndo(SessionCore core, UndoHistory history) {
        this.core = core;
        this.history = history;
    }

    String undoLabel() {
        return history.nextUndo() == null ? null : history.nextUndo().label();
    }

    String redoLabel() {
        return history.nextRedo() == null ? null : history.nextRedo().label();
    }

    Set<UUID> lastUndone() {
        return lastUndone;
    }

    Optional<String> undo() {
        UndoHistory.Step step = history.nextUndo();
        Optional<String> refusal = refusal(step);
        if (refusal.isEmpty()) {
            ChangeSet inverse = inverse(step, core.texts().undo(step.label()));
            history.undone(inverse);
            lastUndone = core.commit(inverse);
        }
        core.events().history();
        return refusal;
    }

    Optional<String> redo() {
        UndoHistory.Step step = history.nextRedo();
        Optional<String> refusal = refusal(step);
        if (refusal.isEmpty()) {
            ChangeSet again = inverse(step, core.texts().redo(step.label()));
            history.redone(again);
            lastUndone = core.commit(again);
        }
        core.events().history();
        return refusal;
    }

    private Optional<String> refusal(UndoHistory.Step step) {
        if (step == null) {
            return Optional.of(core.texts().nothingToUndo());
        }
        if (step.blockedBy() == null) {
            return Optional.empty();
        }
        history.forget(step.changes().id());
        return Optional.of(core.texts().blocked(step.label(), step.blockedBy()));
    }

    private ChangeSet inverse(UndoHistory.Step step, String label) {
        return step.changes().inverse(Ids.next(), core.client(), core.local().revision(), label);
    }
}
