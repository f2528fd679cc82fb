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

    /**
     * A database server of a team, reached through TLS.
     *
     * @param fingerprint SHA-256 of the certificate that the server must show, as lower-case hexadecimal; null if it must
     *            show one that this machine trusts anyway
     * @param password not copied: whoever made it may wipe it when the store is closed
     */
    record Server(ServerAddress address, String fingerprint, String account, char[] password) implements StoreLocation {
    }
}
