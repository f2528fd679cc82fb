package org.hubmark.ui.activity;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.hubmark.core.command.RestoreCommands;
import org.hubmark.core.history.ObjectNames;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.ui.Errors;

/** Puts objects back to what they were: one step for undo. Model thread. */
record Restoring(Session session) {

    /** Asks the store first; true, later, if anything was changed. The user is told why if nothing was. */
    CompletableFuture<Boolean> restore(UUID object, long revision) {
        Messages messages = Messages.of(Restoring.class);
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        RestoreCommands.restore(session, object, revision).whenComplete((changes, failure) ->
                session.executor().execute(() -> {
                    if (failure == null && !changes.isEmpty()) {
                        String name = new ObjectNames(session::state).of(object);
                        session.execute(messages.get("restore.step", name, revision), changes);
                    } else {
                        Throwable cause = failure != null && failure.getCause() != null ? failure.getCause() : failure;
                        Errors.refused(messages.get(cause == null ? "restore.nothing"
                                : cause instanceof IllegalArgumentException ? "restore.notThere" : "restore.failed"));
                    }
                    done.complete(failure == null && !changes.isEmpty());
                }));
        return done;
    }
}
