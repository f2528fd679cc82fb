package org.hubmark.core.store;

import java.util.UUID;

/**
 * A session that is at work now.
 *
 * @param client tells two sessions of one member apart
 * @param name of the member
 * @param place where the session is
 */
public record Presence(UUID client, String account, String name, Place place) {

    /**
     * Where somebody is at work.
     *
     * @param object the edition or the element that is open in front, or null
     * @param detail the passage, fact or feature owner that is selected or edited in it, or null
     */
    public record Place(UUID object, UUID detail) {

        /** Somewhere in the project. */
        public static final Place ANYWHERE = new Place(null, null);
    }
}
