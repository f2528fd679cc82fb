package org.hubmark.core.session;

import java.util.Set;
import java.util.UUID;

import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;

/**
 * A part of the session's local state that follows changes: the EMF objects, the small records, an open edition. It is
 * lenient: a change about objects it does not hold, or that finds nothing to do, does nothing. What may be done is for
 * the store to say. Model thread.
 */
interface Replica {

    /** Applies a change. Returns the change that takes exactly that back, or null if nothing was done. */
    Change apply(Change change);

    /** Applies what {@link #apply} returned, while all that was applied after it has been taken back. */
    default void takeBack(Change inverse) {
        apply(inverse);
    }

    /** The object as it is shown here; null if it is not held here. */
    ObjectState state(UUID id);

    /** Called after a run of changes, with all objects they were about. */
    void settle(Set<UUID> objects);
}
