package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.h2.jdbcx.JdbcDataSource;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a database file: makes it if it isn't there, looks at it before H2 does, saves and migrates it if it is older.
 * Other processes of the same user join by opening the same file; the first one has it, the others reach it through
 * AUTO_SERVER, and one of them takes over when the first one ends.
 */
final class EmbeddedH2 {

    /** The views have a column named key, which is a reserved word of H2 unless it is told otherwise. */
    static final String DIALECT = ";NON_KEYWORDS=KEY";

    /**
     * H2 must only ever append to its file. When it writes into space that has become free, it does not always note in
     * the head of the file where the newest chunk is; after a kill it then takes an older one for the newest, so that
     * acknowledged change sets are gone, and when it closes or tidies the file next, it frees chunks that are in use
     * (2.5.252; the chunks were found in the file; see decision 6).
     */
    private static final String APPEND_ONLY = ";REUSE_SPACE=FALSE;AUTO_COMPACT_FILL_RATE=0;MAX_COMPACT_TIME=0";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedH2.class);
    private static final String SUFFIX = ".mv.db";
    private static final String QUERIES = "HUBMARK_QUERIES";
    /** An SQL client may read the setting: this account has fewer rights than any member. */
    private static final String QUERY_PASSWORD = "query_password";
    /**
     * Each time H2 writes, the file grows by 25 KB and more, so it shall not write often: what it has not written yet is
     * in the journal (decision 10).
     */
    private static final String OWNER_SETTINGS = ";WRITE_DELAY=5000;TRACE_LEVEL_FILE=0";

    private final Schema schema;
    private final Messages messages = Messages.of(EmbeddedH2.class);

    EmbeddedH2(Schema schema) {
        this.schema = schema;
    }

    Database open(Path file, boolean create) throws StoreException {
        try {
            Path place = real(file, create);
            Path data = place.resolveSibling(place.getFileName() + SUFFIX);
            if (create && !Files.exists(data)) {
                new NewH2File(schema, place, data).make();
            }
            checkFile(data, place.resolveSibling(place.getFileName() + ".lock.db"));
            return open(place, readAccess(place));
        } catch (IOException e) {
            throw Failures.of(e, file.toString());
        } catch (SQLException e) {
            throw Failures.of(e, file.toString());
        }
    }

    /** One spelling for one file, whatever links lead to it: the door is found by it. */
    private Path real(Path file, boolean create) throws IOException, StoreException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (create) {
            Files.createDirectories(folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new StoreException(Kind.OFFLINE, messages.get("error.nothing", file));
        }
        return folder.toRealPath().resolve(file.getFileName());
    }

    /** H2 would open a write-protected file read-only, and much else that it should not. */
    private void checkFile(Path data, Path lock) throws IOException, StoreException {
        if (!Files.exists(data)) {
            throw new StoreException(Kind.OFFLINE, messages.get("error.nothing", data));
        }
        if (!Files.isWritable(data) || !Files.isWritable(data.getParent())) {
            throw new StoreException(Kind.NO_SPACE, messages.get("error.space", data));
        }
        // while another process writes into the file there is nothing to be seen in it
        if (!Files.exists(lock) && !H2FileCheck.isWhole(data)) {
            throw new StoreException(Kind.DAMAGED, messages.get("error.damaged", data));
        }
    }

    private AccessFile readAccess(Path place) throws IOException, StoreException {
        Path file = AccessFile.beside(place);
        try {
            return AccessFile.read(file);
        } catch (NoSuchFileException e) {
            throw new StoreException(Kind.REFUSED, messages.get("error.access", place, file), e);
        }
    }

    private Database open(Path place, AccessFile access) throws SQLException, StoreException {
        String url = url(place);
        JdbcDataSource owner = source(url + OWNER_SETTINGS, AccessFile.OWNER, access.owner());
        try (Connection connection = owner.getConnection()) {
            bringUpToDate(place, owner, connection);
            makeMember(connection, access);
            String path = Doors.join(owner);
            try {
                JdbcDataSource queries = source(url, QUERIES, queryPassword(connection));
                JdbcDataSource member = source(url, AccessFile.account(), access.member());
                return new H2Database(
                        new H2Database.Names(AccessFile.memberName(), AccessFile.account()), member, queries, () -> Doors.leave(path));
            } catch (SQLException | RuntimeException e) {
                Doors.leave(path);
                throw e;
            }
        }
    }

    private void bringUpToDate(Path place, JdbcDataSource owner, Connection connection)
            throws SQLException, StoreException {
        int version = schema.version(connection);
        if (version > schema.newest()) {
            throw new StoreException(Kind.VERSION,
                    messages.get("error.newer", place, String.valueOf(version), String.valueOf(schema.newest())));
        }
        if (version == 0) {
            throw new StoreException(Kind.DAMAGED, messages.get("error.foreign", place));
        }
        if (version < schema.newest()) {
            Path backup = backup(place, version, connection);
            LOG.info("{}: schema {}, saved as {}, now migrating to {}", place, version, backup, schema.newest());
            try {
                schema.migrate(owner);
            } catch (SQLException e) {
                throw new StoreException(Failures.kind(e), messages.get("error.migration", place, backup), e);
            }
        }
    }

    private static Path backup(Path place, int version, Connection connection) throws SQLException {
        Path backup = place.resolveSibling(place.getFileName() + ".schema-" + version + ".zip");
        try (Statement statement = connection.createStatement()) {
            statement.execute("backup to '" + backup.toString().replace("'", "''") + "'");
        }
        return backup;
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

    /** The account for queries; its password is kept in the database. */
    static void makeQueryAccount(Connection connection) throws SQLException {
        String password = AccessFile.password();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create user " + QUERIES + " password '" + password + "'");
            statement.execute("grant hubmark_query to " + QUERIES);
            statement.execute("insert into setting (name, content) values ('" + QUERY_PASSWORD + "', '" + password
                    + "')");
        }
    }

    private static String queryPassword(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select content from setting where name = '" + QUERY_PASSWORD + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    private static String url(Path place) {
        return "jdbc:h2:file:" + place + ";IFEXISTS=TRUE" + (Loopback.isKept() ? ";AUTO_SERVER=TRUE" : "") + APPEND_ONLY
                + DIALECT;
    }

    static JdbcDataSource source(String url, String account, String password) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(account);
        source.setPassword(password);
        return source;
    }

    /** Makes a new file under another name first, so that a kill leaves no half-made database behind. */
    record NewH2File(Schema schema, Path place, Path data) {

        void make() throws IOException, SQLException {
            AccessFile access = AccessFile.make(AccessFile.beside(place));
            Path half = place.resolveSibling(place.getFileName() + ".new-" + ProcessHandle.current().pid());
            Path halfData = half.resolveSibling(half.getFileName() + SUFFIX);
            Files.deleteIfExists(halfData);
            JdbcDataSource source = source("jdbc:h2:file:" + half + ";TRACE_LEVEL_FILE=0" + APPEND_ONLY + DIALECT,
                    AccessFile.OWNER, access.owner());
            try (Connection connection = source.getConnection()) {
                schema.migrate(source);
                makeQueryAccount(connection);
                makeMember(connection, access);
            }
            try {
                Files.move(halfData, data);
            } catch (FileAlreadyExistsException e) {
                LOG.info("{} was made by another process meanwhile", data, e);
                Files.delete(halfData);
            }
        }
    }
}
