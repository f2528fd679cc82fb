package org.hubmark.core.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where a team's database is, as a user writes it: {@code hubmark://host:9723/database} for Hubmark's own team server,
 * {@code postgresql://host:5432,standby:5432/database} for PostgreSQL, where several hosts are one server and those that
 * take over for it.
 *
 * @param endpoints at least one; of a Hubmark server exactly one
 */
public record ServerAddress(Kind kind, List<Endpoint> endpoints, String database) {

    /** The kinds of servers. */
    public enum Kind {
        HUBMARK("hubmark", 9723), POSTGRESQL("postgresql", 5432);

        private final String scheme;
        private final int port;

        Kind(String scheme, int port) {
            this.scheme = scheme;
            this.port = port;
        }

        /** The port where there is none in the address. */
        public int port() {
            return port;
        }
    }

    /** A host and a port. */
    public record Endpoint(String host, int port) {
        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    public ServerAddress {
        endpoints = List.copyOf(endpoints);
        if (endpoints.isEmpty() || kind == Kind.HUBMARK && endpoints.size() > 1) {
            throw new IllegalArgumentException(endpoints.size() + " hosts");
        }
        // it becomes part of a JDBC URL, where ; and ? begin settings, and of a path on the server
        if (!isDatabase(database)) {
            throw new IllegalArgumentException("no name of a database: " + database);
        }
    }

    /** Whether a database can have this name: letters, digits, _ and -, at most 63. */
    public static boolean isDatabase(String name) {
        return name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,62}");
    }

    /**
     * Reads what a user wrote; the scheme may be missing and is {@code hubmark} then.
     *
     * @throws IllegalArgumentException if it is no address
     */
    public static ServerAddress parse(String text) {
        String address = text.strip();
        int scheme = address.indexOf("://");
        String name = scheme < 0 ? Kind.HUBMARK.scheme : address.substring(0, scheme).toLowerCase(Locale.ROOT);
        String rest = scheme < 0 ? address : address.substring(scheme + "://".length());
        int slash = rest.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException(text);
        }
        Kind kind = kind(name);
        List<Endpoint> endpoints = new ArrayList<>();
        for (String part : rest.substring(0, slash).split(",", -1)) {
            endpoints.add(endpoint(kind, part));
        }
        return new ServerAddress(kind, endpoints, rest.substring(slash + 1));
    }

    private static Kind kind(String scheme) {
        for (Kind kind : Kind.values()) {
            if (kind.scheme.equals(scheme)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(scheme);
    }

    private static Endpoint endpoint(Kind kind, String text) {
        try {
            URI uri = new URI(kind.scheme + "://" + text.strip());
            String host = uri.getHost();
            if (host == null || uri.getUserInfo() != null || !uri.getPath().isEmpty() || uri.getQuery() != null) {
                throw new IllegalArgumentException(text);
            }
            String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            return new Endpoint(plain, uri.getPort() < 0 ? kind.port : uri.getPort());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @Override
    public String toString() {
        return kind.scheme + "://" + endpoints.stream().map(Endpoint::toString).collect(Collectors.joining(","))
                + "/" + database;
    }
}
