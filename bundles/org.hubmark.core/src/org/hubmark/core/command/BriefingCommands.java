package org.hubmark.core.command;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.hubmark.core.change.Change;
import org.hubmark.core.session.Session;

/** What an analyst does with whole briefings, as changes for {@code Session.execute}. Model thread. */
public final class BriefingCommands {

    private BriefingCommands() {
    }

    /**
     * Deletes a briefing with its editions, their parts, passages, comments and evidence, and the evidence elsewhere that is for
     * any of these. What the passages are evidence of stays, and so do the imported files in the store: the deletion
     * can be undone. Asks the store about every part and passage, therefore comes later, on the model thread; fails
     * with a {@code StoreException} when the store can't be asked.
     *
     * @throws IllegalArgumentException if there is no such briefing
     */
    public static CompletableFuture<List<Change>> delete(Session session, UUID briefing) {
        if (session.briefing(briefing) == null) {
            throw new IllegalArgumentException("no briefing " + briefing);
        }
        return new BriefingDeletion(session, session.briefing(briefing)).changes();
    }
}
