package org.hubmark.core.store;

/** The store could not do what it was asked. The message says what happened and what can be done, for a user. */
public class StoreException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What kind of failure it is, so that a caller can decide what to do next. */
    public enum Kind {
        /** The database can't be reached now; later it may. */
        OFFLINE,
        /** Wrong name or password, or no right to do this. */
        REFUSED,
        /** The file is no database, or a damaged one. */
        DAMAGED,
        /** The database is older or newer than this program. */
        VERSION,
        /** The disk is full or read-only. */
        NO_SPACE,
        /** The database has another history of the project than was known. */
        REPLACED,
        /** The query is not a permitted one, or is wrong. */
        QUERY,
        /** Anything else. */
        OTHER
    }

    private final Kind kind;

    public StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public StoreException(Kind kind, String message) {
        this(kind, message, null);
    }

    public Kind kind() {
        return kind;
    }
}
