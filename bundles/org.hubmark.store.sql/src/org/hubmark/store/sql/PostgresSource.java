package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.ServerAddress.Endpoint;
import org.hubmark.core.store.StoreLocation;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where connections to a PostgreSQL server come from: of several hosts that one which takes writes now. Immutable but for
 * what the driver remembers of the hosts; safe for use by several threads.
 *
 * @param account in lower case, as PostgreSQL makes it of any name that is not quoted
 */
record PostgresSource(ServerAddress address, PostgresTls tls, String account, char[] password) {

    private static final Map<String, String> SETTINGS = Map.of(
            "targetServerType", "primary",
            "hostRecheckSeconds", "1",    // a standby may have become the primary since
            "connectTimeout", "5",
            "socketTimeout", "120",    // longer than any change set takes; notices a dead network in the end
            "tcpKeepAlive", "true",
            "gssEncMode", "disable",    // saves a round trip
            "ApplicationName", "Hubmark",
            "currentSchema", PostgresDatabase.SCHEMA);

    /** Reads the place and the account out of a location. */
    static PostgresSource of(StoreLocation.Server location, PostgresTls tls) {
        return new PostgresSource(location.address(), tls, location.account().strip().toLowerCase(Locale.ROOT),
                location.password());
    }

    /** The same with another database of the server. */
    PostgresSource at(String database) {
        return new PostgresSource(new ServerAddress(address.kind(), address.endpoints(), database), tls, account, password);
    }

    PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        List<Endpoint> endpoints = address.endpoints();
        source.setServerNames(endpoints.stream().map(PostgresSource::host).toArray(String[]::new));
        source.setPortNumbers(endpoints.stream().mapToInt(Endpoint::port).toArray());
        source.setDatabaseName(address.database());
        source.setUser(account);
        source.setPassword(new String(password));
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(tls.properties());
        try {
            for (var setting : settings.entrySet()) {
                source.setProperty(setting.getKey(), setting.getValue());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the driver knows these settings", e);
        }
        return source;
    }

    /** Connections in the role of the owner, which the account must belong to. */
    PGSimpleDataSource ownerDataSource() {
        PGSimpleDataSource source = dataSource();
        source.setOptions("-c role=" + PostgresDatabase.OWNER);
        return source;
    }

    Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    private static String host(Endpoint endpoint) {
        return endpoint.host().contains(":") ? "[" + endpoint.host() + "]" : endpoint.host();
    }
}
