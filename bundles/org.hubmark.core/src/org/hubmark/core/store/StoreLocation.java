package org.hubmark.core.store;

import java.nio.file.Path;

/** Where a database is. */
public sealed interface StoreLocation {

    /**
     * A database file of one machine, {@code file} without the suffix of the database. Others on the machine may join while
     * it is open. It is made if {@code create} and not there.
     */
    record Embedded(Path file, boolean create) implements StoreLocation {
    }

    /** A database server. {@code url} is a JDBC URL. */
    record Server(String url, String user, char[] password) implements StoreLocation {
    }
}
