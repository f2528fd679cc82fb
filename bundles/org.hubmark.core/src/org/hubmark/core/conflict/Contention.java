package org.hubmark.core.conflict;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Value;

/**
 * One thing that two people changed in ways that don't go together. "Mine" is the side that the store did not take,
 * "theirs" what it holds.
 *
 * @param object what it is about; may be deleted
 * @param feature of the object, or null if it is about all of it
 * @param base the value both started from; null for unset or none
 * @param mine the value that was not taken
 * @param theirs the value that stands
 * @param who the member who made theirs, in revision {@code revision}, at {@code when} (ISO 8601, UTC)
 * @param subject the last state that was known of the object; null if none
 * @param their the colleague's changes that stand in the way
 */
public record Contention(Kind kind, UUID object, String feature, Value base, Value mine, Value theirs, String who,
        String when, long revision, ObjectState subject, List<Change> their) {

    /** How they don't go together. */
    public enum Kind {
        /** Two values of one feature. */
        VALUE,
        /** Two places of one object: base, mine and theirs are containers. */
        PLACE,
        /** Mine puts the object into {@code mine}, theirs something that holds {@code mine} into the object. */
        CYCLE,
        /** Mine changes or needs the object or something in it, theirs deleted it. */
        EDIT_AGAINST_DELETION,
        /** Mine deletes the object, theirs changed it or something in it. */
        DELETION_AGAINST_EDIT,
        /** Both made the same object, or brought it back. */
        BOTH_CREATED
    }

    public Contention {
        Objects.requireNonNull(object);
        their = List.copyOf(their);
    }

    /** The same with a subject; with none if it is null. */
    public Contention about(ObjectState state) {
        return new Contention(kind, object, feature, base, mine, theirs, who, when, revision, state, their);
    }

    /** The same without what may be long. */
    public Contention shortened() {
        return new Contention(kind, object, feature, null, null, null, who, when, revision, null, List.of());
    }
}
