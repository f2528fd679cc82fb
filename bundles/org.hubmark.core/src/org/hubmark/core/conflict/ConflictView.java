package org.hubmark.core.conflict;

import java.util.List;
import java.util.UUID;

import org.hubmark.core.history.ChangeLine;

/**
 * A conflict as people read it, in the user's language.
 *
 * @param label what the author did
 * @param steps how many steps of the author wait together
 * @param created when it was found, ISO 8601, UTC
 * @param decidedBy null while it is open
 * @param items what does not go together, at least one; decided one by one by their indexes
 * @param work all that the author's steps come to, the contended included, at most
 *            {@link org.hubmark.core.history.ChangeLines#LIMIT} lines; empty if they are on the author's machine only
 * @param more how many lines were left out
 * @param text what happened, in a sentence
 */
public record ConflictView(UUID id, String label, int steps, String author, String created, Conflict.State state,
        String decidedBy, String decidedAt, List<Item> items, List<ChangeLine> work, int more, String text) {

    /**
     * One thing to decide.
     *
     * @param object may be deleted; {@code living} tells
     * @param name of the object, with what it belongs to
     * @param type what kind of object it is, in words
     * @param feature in words; null if it is about the object as a whole
     * @param base what both started from, in words
     * @param mine what the author wanted, in words
     * @param theirs what stands, in words
     * @param who made theirs
     * @param when ISO 8601, UTC
     * @param text all of it in a sentence
     */
    public record Item(Contention.Kind kind, UUID object, boolean living, String name, String type, String feature,
            String base, String mine, String theirs, String who, String when, long revision, String text) {
    }

    public boolean isOpen() {
        return state == Conflict.State.OPEN;
    }
}
