package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.hubmark.core.store.StoreException;

/** The way past the door, for benchmarks alone, which need a long log sooner than anybody could write it. */
public final class OwnersConnection {

    private OwnersConnection() {
    }

    /** To a database of a team server that is not running. */
    public static Connection open(Path base, String database) throws IOException, SQLException, StoreException {
        DatabaseFile file = ServerFolder.make(base).database(database);
        return file.owner("", file.access()).getConnection();
    }
}
