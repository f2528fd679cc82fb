package org.hubmark.store.sql;

import java.util.Map;

/**
 * How a connection to PostgreSQL is protected.
 *
 * @param properties of the driver, by their names
 */
record PostgresTls(Map<String, String> properties) {

    /** Whom the default TLS context of this process trusts: there fingerprints are pinned and names of hosts looked at. */
    static final PostgresTls PROCESS = new PostgresTls(
            Map.of("sslmode", "require", "sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory"));

    /** None: passwords cross the wire as hashes, everything else can be read. For tests on one machine. */
    static final PostgresTls NONE = new PostgresTls(Map.of("sslmode", "disable"));

    PostgresTls {
        properties = Map.copyOf(properties);
    }
}
