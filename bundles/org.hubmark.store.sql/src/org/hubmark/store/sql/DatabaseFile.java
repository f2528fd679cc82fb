package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.h2.jdbcx.JdbcDataSource;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database file of H2 before it is open: makes it if it isn't there, looks at it before H2 does, saves and migrates it if
 * it is older.
 *
 * @param place the file without the suffix of H2
 */
record DatabaseFile(Schema schema, Path place) {

    static final String SUFFIX = ".mv.db";
    /** The views have a column named key, which is a reserved word of H2 unless it is told otherwise. */
    static final String DIALECT = ";NON_KEYWORDS=KEY";
    /**
     * H2 must only ever append to its file. When it writes into space that has become free, it does not always note in
     * the head of the file where the newest chunk is; after a kill it then takes an older one for the newest, so that
     * acknowledged change sets are gone, and when it closes or tidies the file next, it frees chunks that are in use
     * (2.5.252; the chunks were found in the file; see decision 6).
     */
    static final Map<String, String> APPEND_ONLY_SETTINGS = Map.of("REUSE_SPACE", "FALSE", "AUTO_COMPACT_FILL_RATE", "0",
            "MAX_COMPACT_TIME", "0");

    private static final String APPEND_ONLY = new TreeMap<>(APPEND_ONLY_SETTINGS).entrySet().stream()
            .map(setting -> ";" + setting.getKey() + "=" + setting.getValue()).collect(Collectors.joining());
    private static final String OWNER_SETTINGS = ";TRACE_LEVEL_FILE=0";
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);

    /** What else a new database needs before anybody sees it: its first accounts. */
    interface Furnishing {
        void furnish(Connection owner, AccessFile access) throws SQLException, StoreException;
    }

    Path data() {
        return place.resolveSibling(place.getFileName() + SUFFIX);
    }

    /** How to reach it, with more settings of H2, each with a semicolon before it. */
    String url(String settings) {
        return "jdbc:h2:file:" + place + ";IFEXISTS=TRUE" + settings + APPEND_ONLY + DIALECT;
    }

    /**
     * The account that owns the tables. Without WRITE_DELAY, which each connection that names it would set anew: see
     * {@link H2Storage}.
     */
    JdbcDataSource owner(String settings, AccessFile access) {
        return source(url(settings) + OWNER_SETTINGS, AccessFile.OWNER, access.owner());
    }

    static JdbcDataSource source(String url, String account, String password) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(account);
        source.setPassword(password);
        return source;
    }

    /** H2 would open a write-protected file read-only, and much else that it should not. */
    void check() throws IOException, StoreException {
        Path data = data();
        if (!Files.exists(data)) {
            throw new StoreException(Kind.OFFLINE, messages().get("error.nothing", data));
        }
        if (!Files.isWritable(data) || !Files.isWritable(data.getParent())) {
            throw new StoreException(Kind.NO_SPACE, messages().get("error.space", data));
        }
        // while another process writes into the file there is nothing to be seen in it
        if (!Files.exists(place.resolveSibling(place.getFileName() + ".lock.db")) && !H2FileCheck.isWhole(data)) {
            throw new StoreException(Kind.DAMAGED, messages().get("error.damaged", data));
        }
    }

    AccessFile access() throws IOException, StoreException {
        Path file = AccessFile.beside(place);
        try {
            return AccessFile.read(file);
        } catch (NoSuchFileException e) {
            throw new StoreException(Kind.REFUSED, messages().get("error.access", place, file), e);
        }
    }

    /** Raises the version of the tables to the newest, after a backup beside the file. Before the door is there. */
    void bringUpToDate(JdbcDataSource owner, Connection connection) throws SQLException, StoreException {
        H2Storage storage = H2Storage.of(connection);
        if (storage != null) {
            storage.hold();
        }
        int version = schema.version(connection);
        if (version > schema.newest()) {
            throw new StoreException(Kind.VERSION,
                    messages().get("error.newer", place, String.valueOf(version), String.valueOf(schema.newest())));
        }
        if (version == 0) {
            throw new StoreException(Kind.DAMAGED, messages().get("error.foreign", place));
        }
        if (version < schema.newest()) {
            Path backup = backup(version, connection);
            LOG.info("{}: schema {}, saved as {}, now migrating to {}", place, version, backup, schema.newest());
            try {
                schema.migrate(owner);
            } catch (SQLException e) {
                throw new StoreException(Failures.kind(e), messages().get("error.migration", place, backup), e);
            }
        }
    }

    private Path backup(int version, Connection connection) throws SQLException {
        Path backup = place.resolveSibling(place.getFileName() + ".schema-" + version + ".zip");
        try (Statement statement = connection.createStatement()) {
            statement.execute("backup to '" + backup.toString().replace("'", "''") + "'");
        }
        return backup;
    }

    /** Makes a new file, under another name first, so that a kill leaves no half-made database behind. */
    void make(Furnishing furnishing) throws IOException, SQLException, StoreException {
        AccessFile access = AccessFile.make(AccessFile.beside(place));
        Path half = place.resolveSibling(place.getFileName() + ".new-" + ProcessHandle.current().pid());
        Path halfData = half.resolveSibling(half.getFileName() + SUFFIX);
        Files.deleteIfExists(halfData);
        JdbcDataSource source = source("jdbc:h2:file:" + half + ";TRACE_LEVEL_FILE=0" + APPEND_ONLY + DIALECT,
                AccessFile.OWNER, access.owner());
        try {
            try (Connection connection = source.getConnection()) {
                schema.migrate(source);
                QueryAccount.make(connection);
                furnishing.furnish(connection, access);
            }
            Files.move(halfData, data());
        } catch (FileAlreadyExistsException e) {
            LOG.info("{} was made by another process meanwhile", data(), e);
        } finally {
            Files.deleteIfExists(halfData);
        }
    }

    private static Messages messages() {
        return Messages.of(DatabaseFile.class);
    }
}
