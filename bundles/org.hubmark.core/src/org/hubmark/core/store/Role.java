package org.hubmark.core.store;

import java.util.Locale;

/** What a member may do; each role may do all that the ones before it may. The door of the database enforces it. */
public enum Role {

    /** Reads, queries, makes reports. */
    READER,
    /** Imports and codes briefings, edits the model and the codebook. */
    ANALYST,
    /** Settles what analysts disagree about. */
    CURATOR,
    /** Makes accounts, gives roles, takes over the log of another database. */
    ADMINISTRATOR;

    public boolean atLeast(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** The word in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if it is none */
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
