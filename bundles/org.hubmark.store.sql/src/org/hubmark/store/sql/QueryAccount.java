package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The account for queries, which sees the documented views and nothing else. Every member may read its password in the
 * database, so a client at a server gets it as any other; it has fewer rights than each of them. It gets another one when
 * a member is removed. Safe for use by several threads.
 */
final class QueryAccount {

    private static final String NAME = "HUBMARK_QUERIES";
    private static final String SETTING = "query_password";

    private final JdbcDataSource member;
    private String password;

    QueryAccount(JdbcDataSource member) {
        this.member = member;
    }

    /** A new connection of this account. */
    synchronized Connection connect() throws SQLException {
        if (password != null) {
            try {
                return source().getConnection();
            } catch (SQLException e) {
                if (e.getErrorCode() != ErrorCode.WRONG_USER_OR_PASSWORD) {
                    throw e;
                }
            }
        }
        try (Connection connection = member.getConnection()) {
            password = password(connection);
        }
        return source().getConnection();
    }

    private JdbcDataSource source() {
        return DatabaseFile.source(member.getURL(), NAME, password);
    }

    static void make(Connection owner) throws SQLException {
        String password = AccessFile.password();
        try (Statement statement = owner.createStatement()) {
            statement.execute("create user " + NAME + " password '" + password + "'");
            statement.execute("grant hubmark_query to " + NAME);
            statement.execute("insert into setting (name, content) values ('" + SETTING + "', '" + password + "')");
        }
    }

    /** Whoever knew the password before gets in no more. */
    static void changePassword(Connection owner) throws SQLException {
        String password = AccessFile.password();
        try (Statement statement = owner.createStatement()) {
            statement.execute("update setting set content = '" + password + "' where name = '" + SETTING + "'");
            statement.execute("alter user " + NAME + " set password '" + password + "'");
        }
    }

    private static String password(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select content from setting where name = '" + SETTING + "'")) {
            if (!row.next()) {
                throw new SQLException("the database has no account for queries");
            }
            return row.getString(1);
        }
    }
}
