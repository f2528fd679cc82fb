package org.hubmark.ui.conflict;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.hubmark.core.change.Change;
import org.hubmark.core.command.ConflictCommands;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.Role;

/** Decides conflicts; each decision is one step for undo. Model thread; no window needed. */
final class Decisions {

    private final Session session;
    private final Messages messages = Messages.of(Decisions.class);

    Decisions(Session session) {
        this.session = session;
    }

    /** Whether the member may decide anything. */
    boolean areAllowed() {
        return session.role().atLeast(Role.ANALYST);
    }

    /** What stands is kept. */
    CompletableFuture<Void> keepTheirs(ConflictView conflict) {
        session.execute(messages.get("decide.theirs.step", conflict.label()),
                ConflictCommands.keepTheirs(session, conflict.id()));
        return CompletableFuture.completedFuture(null);
    }

    /** The author's work is done after all. Comes later; fails if the store or the work can't be had. */
    CompletableFuture<Void> keepMine(ConflictView conflict) {
        return ConflictCommands.takeMine(session, conflict.id()).thenAccept(
                changes -> execute(messages.get("decide.mine.step", conflict.label()), changes));
    }

    /** One by one: the author's side of the items with these indexes, what stands of the others. */
    CompletableFuture<Void> choose(ConflictView conflict, Set<Integer> mine) {
        return ConflictCommands.takeMine(session, conflict.id(), mine).thenAccept(
                changes -> execute(messages.get("decide.chosen.step", conflict.label()), changes));
    }

    private void execute(String label, List<Change> changes) {
        if (!changes.isEmpty()) {
            session.execute(label, changes);
        }
    }

    /** The conflicts to list: the open ones, and below them those that were decided, if they are wanted. */
    List<ConflictView> listed(boolean decided) {
        return session.team().conflicts().stream().filter(c -> decided || c.isOpen()).toList();
    }

    /** How many wait for a decision. */
    int open() {
        return (int) session.team().conflicts().stream().filter(ConflictView::isOpen).count();
    }

    /** A conflict as it is now, or null. */
    ConflictView now(UUID id) {
        return session.team().conflicts().stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
    }

    boolean isOwn(ConflictView conflict) {
        return session.member().equals(conflict.author());
    }

    /** What became of a conflict, in words. */
    String state(ConflictView conflict) {
        return switch (conflict.state()) {
            case OPEN -> messages.get("state.open");
            case MINE -> messages.get("state.mine", conflict.author(), by(conflict));
            case THEIRS -> messages.get("state.theirs", by(conflict));
            case MIXED -> messages.get("state.mixed", by(conflict));
        };
    }

    private static String by(ConflictView conflict) {
        return Objects.requireNonNullElse(conflict.decidedBy(), "?");
    }

}
