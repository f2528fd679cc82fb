package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The prepared statements of one connection, each prepared once. A statement is in use by one caller at a time: read its
 * result before asking for the same one again. Belongs to the thread that holds the connection.
 */
final class Statements {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** The statement, with these parameters set. Ids go in as they are, lists of ids and arrays of texts or numbers as an
     * array. */
    PreparedStatement of(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        bind(statement, parameters);
        return statement;
    }

    /** Calls a function of the database. @return the text it gives, or null */
    static String call(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement(sql)) {
            bind(call, parameters);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Calls a function of the database that gives an array of texts. */
    static List<String> callForTexts(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement(sql)) {
            bind(call, parameters);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return Stream.of((Object[]) row.getArray(1).getArray()).map(String.class::cast).toList();
            }
        }
    }

    static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case List<?> ids -> statement.setArray(i + 1,
                        statement.getConnection().createArrayOf("uuid", ids.toArray(UUID[]::new)));
                case String[] texts -> statement.setArray(i + 1,
                        statement.getConnection().createArrayOf("varchar", texts));
                case Long[] numbers -> statement.setArray(i + 1,
                        statement.getConnection().createArrayOf("bigint", numbers));
                case null -> statement.setNull(i + 1, Types.NULL);
                default -> statement.setObject(i + 1, parameters[i]);
            }
        }
    }
}
