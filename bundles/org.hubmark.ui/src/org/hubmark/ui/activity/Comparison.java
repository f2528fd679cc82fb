package org.hubmark.ui.activity;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.hubmark.core.history.ChangeLine;
import org.hubmark.core.session.Session;

/**
 * What is otherwise now than it was at a revision, in words. Immutable.
 *
 * @param more how many lines were left out
 */
record Comparison(long from, long to, List<ChangeLine> lines, int more) {

    private static final int MOST = 500;

    /** Asks the store; completes on the model thread, with a {@code StoreException} if that can't be asked. */
    static CompletableFuture<Comparison> of(Session session, long revision) {
        long now = session.revision();
        return session.team().compare(revision, now).thenCompose(found ->
                session.team().describe(found.changes(), MOST).thenApply(lines -> new Comparison(revision, now, lines,
                        Math.max(0, found.changes().size() - lines.size()))));
    }
}
