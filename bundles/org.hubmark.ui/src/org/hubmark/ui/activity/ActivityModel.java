package org.hubmark.ui.activity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.hubmark.core.history.ChangeLine;
import org.hubmark.core.history.RevisionSummary;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.LogFilter;
import org.hubmark.core.store.Revision;
import org.hubmark.ui.Whereabouts;

/**
 * What the Activity view lists: the revisions that pass a filter, newest first, page by page; what comes newly is put
 * before them. An answer that is outdated when it arrives is dropped. Model thread; no window needed.
 */
final class ActivityModel {

    private static final int PAGE = 50;

    /** Hears what became of the list. */
    interface Listener {

        /** The list is another one. */
        void replaced();

        /** So many came newly and stand before the others now. */
        void prepended(int count);

        /** So many older ones stand behind the others now. */
        void appended(int count);

        void failed(Throwable failure);
    }

    private final Session session;
    private final Listener listener;
    private final List<RevisionSummary> entries = new ArrayList<>();
    private LogFilter filter;
    private boolean more;
    private boolean asking;
    private boolean askAgain;
    private long asked;
    private long known;

    ActivityModel(Session session, Listener listener) {
        this.session = session;
        this.listener = listener;
        filter = LogFilter.all(session.projectId());
    }

    /** What is listed, newest first; not to be changed. */
    List<RevisionSummary> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Whether older ones may be had with {@link #more}. */
    boolean hasMore() {
        return more;
    }

    boolean isAsking() {
        return asking;
    }

    /** Starts anew with another filter. @param author null for all @param object and what belongs to it; null for all */
    void show(String text, String author, UUID object) {
        filter = new LogFilter(session.projectId(), 0, author, object, true, null,
                text == null || text.isBlank() ? null : text.strip());
        reload();
    }

    /** Starts anew from the newest. */
    void reload() {
        asked++;
        known = session.revision();
        ask(filter, found -> {
            entries.clear();
            entries.addAll(found);
            more = found.size() == PAGE;
            listener.replaced();
        });
    }

    /** Gets the next older page; does nothing while something is asked for, or if there is none. */
    void more() {
        if (more && !asking && !entries.isEmpty()) {
            ask(filter.before(entries.getLast().number()), found -> {
                entries.addAll(found);
                more = found.size() == PAGE;
                listener.appended(found.size());
            });
        }
    }

    /** The session has got further: gets what is new. Many calls soon after another ask once. */
    void advanced() {
        if (session.revision() <= known) {
            return;
        }
        if (asking) {
            askAgain = true;
            return;
        }
        known = session.revision();
        ask(filter, this::prepend);
    }

    private void prepend(List<RevisionSummary> found) {
        long newest = entries.isEmpty() ? 0 : entries.getFirst().number();
        List<RevisionSummary> fresh = found.stream().filter(r -> r.number() > newest).toList();
        if (fresh.size() == PAGE) {
            // there may be some between: the list would have a gap
            entries.clear();
            entries.addAll(found);
            more = true;
            listener.replaced();
        } else if (!fresh.isEmpty()) {
            entries.addAll(0, fresh);
            listener.prepended(fresh.size());
        }
    }

    private void ask(LogFilter wanted, Consumer<List<RevisionSummary>> then) {
        long turn = asked;
        asking = true;
        CompletableFuture<List<Revision>> log = session.team().log(wanted, PAGE);
        log.thenCompose(session.team()::describe)
                .whenComplete((found, failure) -> session.executor().execute(() -> answered(turn, found, failure, then)));
    }

    private void answered(long turn, List<RevisionSummary> found, Throwable failure,
            Consumer<List<RevisionSummary>> then) {
        if (turn != asked) {
            return;
        }
        asking = false;
        if (failure != null) {
            known = 0;
            listener.failed(failure);
        } else {
            then.accept(found);
        }
        if (askAgain) {
            askAgain = false;
            advanced();
        }
    }

    /** The revisions, of those listed, of which the member has not seen something yet. */
    boolean isUnread(RevisionSummary revision, Set<UUID> unread) {
        return !unread.isEmpty() && !revision.author().equals(session.member()) && revision.lines().stream()
                .map(ChangeLine::object).anyMatch(id -> Whereabouts.owner(session, id, unread::contains) != null);
    }
}
