package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.h2.jdbcx.JdbcDataSource;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;

/**
 * Opens a database file for the one who works at this machine. Other processes of the same user join by opening the same
 * file; the first one has it, the others reach it through AUTO_SERVER, and one of them takes over when the first one ends.
 */
final class EmbeddedH2 {

    /** As long as it may take until another process has taken over. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Schema schema;

    EmbeddedH2(Schema schema) {
        this.schema = schema;
    }

    Database open(Path file, boolean create) throws StoreException {
        try {
            DatabaseFile database = new DatabaseFile(schema, real(file, create));
            if (create && !Files.exists(database.data())) {
                database.make(EmbeddedH2::makeMember);
            }
            database.check();
            return open(database, database.access());
        } catch (IOException e) {
            throw Failures.of(e, file.toString());
        } catch (SQLException e) {
            throw Failures.of(e, file.toString());
        }
    }

    /** One spelling for one file, whatever links lead to it: the door is found by it. */
    private static Path real(Path file, boolean create) throws IOException, StoreException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (create) {
            Files.createDirectories(folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new StoreException(Kind.OFFLINE, Messages.of(EmbeddedH2.class).get("error.nothing", file));
        }
        return folder.toRealPath().resolve(file.getFileName());
    }

    private static Database open(DatabaseFile file, AccessFile access) throws SQLException, StoreException {
        String settings = Loopback.isKept() ? ";AUTO_SERVER=TRUE" : "";
        JdbcDataSource owner = file.owner(settings, access);
        try (Connection connection = owner.getConnection()) {
            file.bringUpToDate(owner, connection);
            makeMember(connection, access);
            String path = Doors.join(owner);
            try {
                JdbcDataSource member = DatabaseFile.source(file.url(settings), AccessFile.account(), access.member());
                return new H2Database(new H2Database.Names(AccessFile.memberName(), AccessFile.account()), member,
                        PATIENCE, () -> Doors.leave(path));
            } catch (RuntimeException e) {
                Doors.leave(path);
                throw e;
            }
        }
    }

    /** The person who works here gets an account: who may read the access file may. */
    static void makeMember(Connection connection, AccessFile access) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from member where account = ? and project is null")) {
            query.setString(1, AccessFile.account());
            if (query.executeQuery().next()) {
                return;
            }
        }
        String account = '"' + AccessFile.account().replace("\"", "\"\"") + '"';
        try (Statement statement = connection.createStatement()) {
            statement.execute("create user if not exists " + account + " password '" + access.member() + "'");
            statement.execute("grant hubmark_member to " + account);
        }
        try (var insert = connection.prepareStatement("""
                insert into member (account, project, name, role) values (?, null, ?, 'administrator')""")) {
            insert.setString(1, AccessFile.account());
            insert.setString(2, AccessFile.memberName());
            insert.executeUpdate();
        }
    }
}
