package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

import org.h2.jdbcx.JdbcDataSource;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.ServerAddress.Endpoint;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.core.store.StoreLocation;

/** Opens a database at a team server, through TLS. The server alone makes databases and raises their version. */
final class RemoteH2 {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String OWN_NAME = "select name from member where account = ? and project is null";

    private final Schema schema;
    private final StoreLocation.Server location;
    private final Messages messages = Messages.of(RemoteH2.class);

    RemoteH2(Schema schema, StoreLocation.Server location) {
        this.schema = schema;
        this.location = location;
    }

    Database open() throws StoreException {
        ServerTrust trust = ServerTrust.in(location);
        try {
            return open(location.address().endpoints().getFirst(), trust::close);
        } catch (StoreException | RuntimeException e) {
            trust.close();
            throw e;
        }
    }

    private Database open(Endpoint endpoint, H2Database.Closing closing) throws StoreException {
        String account = location.account().toUpperCase(Locale.ENGLISH);
        JdbcDataSource member = new JdbcDataSource();
        member.setURL("jdbc:h2:ssl://" + endpoint + "/" + location.address().database() + DatabaseFile.DIALECT);
        member.setUser(account);
        member.setPasswordChars(location.password());
        try (Connection connection = member.getConnection()) {
            checkVersion(connection);
            return new H2Database(new H2Database.Names(name(connection, account), account), member, PATIENCE, closing);
        } catch (SQLException e) {
            throw Failures.of(e, location.address().toString());
        }
    }

    private void checkVersion(Connection connection) throws SQLException, StoreException {
        int there = schema.version(connection);
        if (there != schema.newest()) {
            throw new StoreException(Kind.VERSION, messages.get(there > schema.newest() ? "error.server.newer"
                    : "error.server.older", location.address(), String.valueOf(there), String.valueOf(schema.newest())));
        }
    }

    private String name(Connection connection, String account) throws SQLException, StoreException {
        try (PreparedStatement query = connection.prepareStatement(OWN_NAME)) {
            query.setString(1, account);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new StoreException(Kind.REFUSED, messages.get("refused.member", account));
                }
                return row.getString(1);
            }
        }
    }
}
