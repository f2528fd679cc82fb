package org.hubmark.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * The doors of the databases that are open in this process. A function of an H2 database is a static method and is given
 * nothing but the connection of its caller, so there must be a place where it finds the privileged one: this is it, and
 * the only static state of the bundle. Keyed by the path H2 itself gives the database. Safe for use by several threads.
 */
final class Doors {

    /** Tells this process from all others. */
    static final UUID PROCESS = UUID.randomUUID();

    private static final Map<String, Entry> OPEN = new HashMap<>();

    private static final class Entry {
        private final Door door;
        private int users;

        private Entry(Door door) {
            this.door = door;
        }
    }

    private Doors() {
    }

    /** Opens the door of a database, or joins the one this process has open already. Returns the path to leave by. */
    static String join(DataSource owner) throws SQLException {
        String path = path(owner);
        synchronized (OPEN) {
            Entry entry = OPEN.get(path);
            if (entry == null) {
                entry = new Entry(new Door(owner, Path.of(path), new ProjectNews()));
                OPEN.put(path, entry);
            }
            entry.users++;
            return path;
        }
    }

    static void leave(String path) throws SQLException {
        synchronized (OPEN) {
            Entry entry = OPEN.get(path);
            entry.users--;
            if (entry.users == 0) {
                OPEN.remove(path);
                entry.door.close();
            }
        }
    }

    /** The door of a database that was joined. */
    static Door at(String path) {
        synchronized (OPEN) {
            return OPEN.get(path).door;
        }
    }

    /** The door of the database the caller is connected with. */
    static Door of(Connection caller) throws SQLException {
        synchronized (OPEN) {
            Entry entry = OPEN.get(path(caller));
            if (entry == null) {
                throw new SQLException("this database was not opened by Hubmark: nothing can be written here");
            }
            return entry.door;
        }
    }

    private static String path(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return path(connection);
        }
    }

    private static String path(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("call database_path()")) {
            row.next();
            return row.getString(1);
        }
    }
}
