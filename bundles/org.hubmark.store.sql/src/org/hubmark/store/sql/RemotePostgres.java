package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.core.store.StoreLocation;

/** Opens a database of a PostgreSQL server as it is: only an administrator brings it up to date. */
final class RemotePostgres {

    private final Schema schema;
    private final PostgresSource source;
    private final Runnable closing;
    private final Messages messages = Messages.of(RemotePostgres.class);

    RemotePostgres(Schema schema, PostgresSource source) {
        this(schema, source, () -> { });
    }

    /** @param closing what is to be done when the database is closed */
    RemotePostgres(Schema schema, PostgresSource source, Runnable closing) {
        this.schema = schema;
        this.source = source;
        this.closing = closing;
    }

    /** Opens the database at a place. */
    static Database open(Schema schema, StoreLocation.Server location) throws StoreException {
        ServerTrust trust = ServerTrust.in(location);
        try {
            return new RemotePostgres(schema, PostgresSource.of(location, PostgresTls.PROCESS), trust::close).open();
        } catch (StoreException | RuntimeException e) {
            trust.close();
            throw e;
        }
    }

    Database open() throws StoreException {
        try (Connection connection = source.connect()) {
            checkVersion(connection);
            return new PostgresDatabase(member(connection), source, closing);
        } catch (SQLException e) {
            throw Failures.of(e, place());
        }
    }

    private void checkVersion(Connection connection) throws SQLException, StoreException {
        int version = schema.version(connection);
        if (version == schema.newest()) {
            return;
        }
        String key = version == 0 ? "error.schema.none" : version < schema.newest() ? "error.schema.older"
                : "error.newer";
        throw new StoreException(Kind.VERSION,
                messages.get(key, place(), String.valueOf(version), String.valueOf(schema.newest())));
    }

    private String member(Connection connection) throws SQLException, StoreException {
        try (PreparedStatement query = connection.prepareStatement("""
                select name from member where account = session_user and project is null""");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new StoreException(Kind.REFUSED, messages.get("refused.member", source.account()));
            }
            return row.getString(1);
        }
    }

    private String place() {
        return source.address().toString();
    }
}
