package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.h2.jdbcx.JdbcDataSource;
import org.hubmark.core.server.ServerStatus.Served;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database that a team server has open: its door is held, so that H2 never closes it in between, and never opens it with
 * the settings of a client. Safe for use by several threads.
 */
final class ServedDatabase implements AutoCloseable {

    /** The server closes its databases itself, in order; no AUTO_SERVER, which has no TLS. */
    private static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE";
    private static final Logger LOG = LoggerFactory.getLogger(ServedDatabase.class);
    private static final String PROJECTS = "select id, name, revision from project order by name, id";
    private static final String CONNECTED = """
            select distinct m.name from information_schema.sessions s
            join member m on m.account = s.user_name and m.project is null order by m.name""";

    private final DatabaseFile file;
    private final JdbcDataSource owner;
    private final String door;

    private ServedDatabase(DatabaseFile file, JdbcDataSource owner, String door) {
        this.file = file;
        this.owner = owner;
        this.door = door;
    }

    static ServedDatabase open(ServerFolder folder, String name) throws StoreException {
        return open(folder, name, Compaction.SMALL);
    }

    /**
     * Makes the file small if it has grown, raises its version after a backup, and opens it.
     *
     * @param small files up to this size, in bytes, are left as they are
     */
    static ServedDatabase open(ServerFolder folder, String name, long small) throws StoreException {
        try {
            DatabaseFile file = folder.database(name);
            Compaction compaction = new Compaction(folder, file, small);
            compaction.recover();
            file.check();
            tryTo(compaction, name);
            ServedDatabase opened = open(file);
            compaction.confirm();
            return opened;
        } catch (SQLException e) {
            throw Failures.of(e, name);
        } catch (IOException e) {
            throw Failures.of(e, name);
        }
    }

    /** There may be no room for a second file: then the first one stays. */
    private static void tryTo(Compaction compaction, String name) throws StoreException {
        try {
            compaction.runIfWorthIt();
        } catch (IOException | SQLException e) {
            LOG.warn("{} stays as large as it is", name, e);
        }
    }

    private static ServedDatabase open(DatabaseFile file) throws IOException, SQLException, StoreException {
        JdbcDataSource owner = file.owner(SETTINGS, file.access());
        try (Connection connection = owner.getConnection()) {
            file.bringUpToDate(owner, connection);
            return new ServedDatabase(file, owner, Doors.join(owner));
        }
    }

    String name() {
        return file.place().getFileName().toString();
    }

    /** The size of its file. */
    long bytes() throws IOException {
        return Files.size(file.data());
    }

    Served status(Instant lastBackup) throws StoreException {
        try (Connection connection = owner.getConnection()) {
            return new Served(name(), bytes(), projects(connection), connected(connection), lastBackup);
        } catch (SQLException e) {
            throw Failures.of(e, name());
        } catch (IOException e) {
            throw Failures.of(e, name());
        }
    }

    Map<UUID, Long> newest() throws SQLException {
        try (Connection connection = owner.getConnection()) {
            return LogCheck.newest(connection);
        }
    }

    /**
     * Copies the file while it is at work. Whatever had been accepted before is in the copy, because H2 only appends and is
     * made to write first: a copy is like what a kill at that moment leaves, and needs no journal.
     */
    DatabaseFile copyTo(Path folder) throws IOException, SQLException {
        DatabaseFile copy = new DatabaseFile(file.schema(), folder.resolve(name()));
        Files.copy(AccessFile.beside(file.place()), AccessFile.beside(copy.place()));
        Doors.at(door).write();
        FileCopy.copy(file.data(), copy.data());
        return copy;
    }

    private static List<ProjectInfo> projects(Connection connection) throws SQLException {
        List<ProjectInfo> projects = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(PROJECTS)) {
            while (row.next()) {
                projects.add(new ProjectInfo(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)));
            }
        }
        return projects;
    }

    private static List<String> connected(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(CONNECTED)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    @Override
    public void close() throws SQLException {
        Doors.leave(door);
    }
}
