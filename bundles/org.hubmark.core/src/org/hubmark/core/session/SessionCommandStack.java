package org.hubmark.core.session;

import java.util.EventObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.emf.common.command.AbstractCommand;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.common.command.CommandStackListener;
import org.hubmark.core.change.Change;

/**
 * Runs the commands of EMF.Edit for a session: what a command does becomes a change set. Undo and redo are those of the
 * session, of record commands too; the commands themselves are never undone. Model thread.
 */
final class SessionCommandStack implements CommandStack {

    private final SessionCore core;
    private final List<CommandStackListener> listeners = new CopyOnWriteArrayList<>();
    private final ModelRecorder recorder;
    private Command mostRecent;

    SessionCommandStack(SessionCore core, ModelRecorder recorder) {
        this.core = core;
        this.recorder = recorder;
    }

    @Override
    public void execute(Command command) {
        if (command == null) {
            return;
        }
        if (!command.canExecute()) {
            command.dispose();
            return;
        }
        core.locked(() -> record(command));
        mostRecent = command;
        changed();
    }

    /** A command that fails leaves nothing behind. */
    private void record(Command command) {
        recorder.start();
        try {
            command.execute();
        } catch (RuntimeException e) {
            core.takeBack(recorder.finish());
            throw e;
        }
        List<Change> changes = recorder.finish();
        if (!changes.isEmpty()) {
            core.executed(command.getLabel(), changes);
        }
    }

    /** Tells listeners that the history is another one. */
    void changed() {
        listeners.forEach(listener -> listener.commandStackChanged(new EventObject(this)));
    }

    @Override
    public boolean canUndo() {
        return core.undoing().undoLabel() != null;
    }

    /** Refusals reach the listeners of the session. */
    @Override
    public void undo() {
        mostRecent = null;
        core.locked(core.undoing()::undo).ifPresent(core.events()::undoRefused);
    }

    @Override
    public boolean canRedo() {
        return core.undoing().redoLabel() != null;
    }

    @Override
    public void redo() {
        mostRecent = null;
        core.locked(core.undoing()::redo).ifPresent(core.events()::undoRefused);
    }

    @Override
    public Command getUndoCommand() {
        return canUndo() ? new Step(core.undoing().undoLabel()) : null;
    }

    @Override
    public Command getRedoCommand() {
        return canRedo() ? new Step(core.undoing().redoLabel()) : null;
    }

    @Override
    public Command getMostRecentCommand() {
        return mostRecent;
    }

    /** Does nothing: the history belongs to the session. */
    @Override
    public void flush() {
        mostRecent = null;
    }

    @Override
    public void addCommandStackListener(CommandStackListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeCommandStackListener(CommandStackListener listener) {
        listeners.remove(listener);
    }

    /** Only the label of a step, for menus. */
    private static final class Step extends AbstractCommand {

        Step(String label) {
            super(label);
        }

        @Override
        public boolean canExecute() {
            return false;
        }

        @Override
        public void execute() {
            throw new UnsupportedOperationException("a label is not to be executed");
        }

        @Override
        public void redo() {
            throw new UnsupportedOperationException("the session redoes");
        }
    }
}
