package org.hubmark.core.history;

import java.util.UUID;

/**
 * One thing that was changed, for people.
 *
 * @param object to be revealed; may be deleted by now
 * @param name of the object, with what it belongs to
 * @param type what kind of object it is, in words
 * @param feature what of it was changed, in words; null if it is about the object as a whole
 * @param before null where nothing was
 * @param after null where nothing is
 * @param text all of it in one line
 */
public record ChangeLine(Kind kind, UUID object, String name, String type, String feature, String before, String after,
        String text) {

    /** What was done to it. */
    public enum Kind {
        CREATED, DELETED, RESTORED, CHANGED, ADDED, REMOVED, MOVED
    }

    @Override
    public String toString() {
        return text;
    }
}
