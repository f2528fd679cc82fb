package org.hubmark.core.store;

import java.util.List;

/** Hears what happens in a project. Called on a thread of the store, never twice at once; must return quickly. */
@FunctionalInterface
public interface StoreListener {

    /**
     * There is a newer revision, made by anyone; several commits may give one call. Called besides when the store is reached
     * again after it was not, whether there is a newer one or not.
     */
    void revision(long newest);

    /** Who is at work in the project now, the own session included; called when that changes. */
    default void present(List<Presence> all) {
    }
}
