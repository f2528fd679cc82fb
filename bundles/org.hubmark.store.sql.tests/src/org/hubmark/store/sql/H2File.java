package org.hubmark.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.h2.jdbcx.JdbcDataSource;

/** A database file as a plain client of H2 sees it. */
record H2File(Path file) {

    Connection owner() throws Exception {
        return source(AccessFile.OWNER, AccessFile.read(AccessFile.beside(file)).owner()).getConnection();
    }

    /** The account of whoever works here. */
    Connection member() throws Exception {
        return source(AccessFile.account(), AccessFile.read(AccessFile.beside(file)).member()).getConnection();
    }

    JdbcDataSource queries() throws Exception {
        try (Connection owner = owner(); var statement = owner.createStatement();
                var row = statement.executeQuery("select content from setting where name = 'query_password'")) {
            row.next();
            return source("HUBMARK_QUERIES", row.getString(1));
        }
    }

    JdbcDataSource source(String account, String password) {
        return DatabaseFile.source("jdbc:h2:file:" + file + ";AUTO_SERVER=TRUE;IFEXISTS=TRUE" + DatabaseFile.DIALECT, account,
                password);
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String name(Connection connection, String account) throws SQLException {
        try (var query = connection.prepareStatement("select name from member where account = ?")) {
            query.setString(1, account);
            var row = query.executeQuery();
            row.next();
            return row.getString(1);
        }
    }
}
