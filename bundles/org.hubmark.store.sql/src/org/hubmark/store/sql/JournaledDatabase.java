package org.hubmark.store.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The privileged connection of a door, and the journal beside the file, which holds what was accepted since H2 was last let
 * write its file (decision 10); whoever opens the file next after a kill makes again what the journal has and the file has
 * not. Used under the lock of the door only, and only in the process
 * that has the file open.
 */
final class JournaledDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournaledDatabase.class);
    /** A journal so long is given up by letting H2 write its file. */
    private static final long LONGEST = 16L << 20;
    /** The state of SQL for a full disk: of what an exception says, it is what gets through to a client at another machine. */
    static final String DISK_FULL = "53100";

    private final DataSource owner;
    private final Path file;
    private Statements statements;
    /** Of the file as it was opened last. */
    private H2Storage storage;
    private Journal journal;
    private boolean closed;

    /** Connects at once. The connection that is held keeps the database open. */
    JournaledDatabase(DataSource owner, Path database) throws SQLException {
        this.owner = owner;
        this.file = Journal.beside(database);
        this.statements = connect();
    }

    /**
     * The privileged connection to the database as it was accepted last, whatever has happened to process or file since.
     *
     * @return with no transaction under way
     * @throws SQLException also after it was closed: whoever still waits must not open the file again
     */
    Statements current() throws SQLException {
        if (closed) {
            throw new SQLException("the database is being closed", null, ErrorCode.DATABASE_IS_CLOSED);
        }
        reconnect();
        if (!isRecovered()) {
            recover();
        }
        storage.hold();
        return statements;
    }

    private void reconnect() throws SQLException {
        if (statements.connection().isClosed()) {
            statements = connect();
        }
    }

    /** Whether this process has the file open. If it has not, the journal is that of another one. */
    boolean isHost() throws SQLException {
        reconnect();
        try (ResultSet row = statements.of("call host()").executeQuery()) {
            return row.next() && Doors.PROCESS.equals(row.getObject(1, UUID.class));
        }
    }

    /** Commits what the entries say was done; once this returns, it survives the death of the process. */
    void commit(List<String> entries) throws SQLException {
        long before = journal.size();
        try {
            journal.append(entries);
        } catch (IOException e) {
            throw unwritable(e);
        }
        try {
            commit();
        } catch (SQLException e) {
            cut(before, e);
            throw e;
        }
        if (journal.size() > LONGEST || storage.isDue()) {
            write();
        }
    }

    /** Commits what no entry says, and makes it survive as well. */
    void commitAndWrite() throws SQLException {
        commit();
        write();
    }

    /** However large the transaction is: of all moments H2 must not write in the middle of its end. */
    private void commit() throws SQLException {
        storage.giveCredit();
        statements.connection().commit();
    }

    /**
     * Lets H2 write its file, so that the journal can begin anew. The file is whole without the journal then. Never in the
     * middle of a transaction.
     */
    void write() throws SQLException {
        storage.write(() -> execute("checkpoint sync"));
        cut(0, null);
    }

    /** A connection that cannot even roll back is given up; the next piece of work gets a new one. */
    void rollback(Exception cause) {
        try {
            statements.connection().rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
            abandon(cause);
        }
    }

    /**
     * Ends the connection. If the file is open in this process, it is closed for everybody: otherwise H2 would keep it open
     * here for as long as others are joined, without a door. They reconnect, and one takes over, with a journal that must
     * be empty by then.
     */
    @Override
    public void close() throws SQLException {
        try {
            if (isHost()) {
                current();
                write();
                closeJournal();
                execute("shutdown");
            }
            statements.connection().close();
        } finally {
            closed = true;
        }
    }

    /**
     * What H2 keeps only as long as it has the file open tells whether it has opened it anew: after a crash of H2 (a full
     * disk), or because the process that had it open has ended and this one has taken over.
     */
    private boolean isRecovered() throws SQLException {
        try (ResultSet row = statements.of("select 1 from opened").executeQuery()) {
            return journal != null && row.next();
        }
    }

    private void recover() throws SQLException {
        try {
            storage = H2Storage.of(statements.connection());
            if (storage == null) {
                throw new SQLException("another process has the file open", null, ErrorCode.DATABASE_ALREADY_OPEN_1);
            }
            storage.hold();
            if (journal != null) {
                journal.release();    // another process may have added to it since
            }
            journal = Journal.open(file);
            List<String> entries = journal.read();
            LogReplay replay = new LogReplay(statements);
            long made = 0;
            for (String entry : entries) {
                made += replay.recover(entry).revision() > 0 ? 1 : 0;
            }
            if (made > 0) {
                LOG.info("{}: the last {} change sets were accepted, but not yet in the file; they are made again", file,
                        made);
            }
            statements.of("insert into opened select random_uuid() where not exists (select 1 from opened)")
                    .executeUpdate();
            commitAndWrite();
        } catch (IOException e) {
            throw unwritable(e);
        } catch (SQLException e) {
            rollback(e);
            throw e;
        }
    }

    private Statements connect() throws SQLException {
        Connection connection = owner.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return new Statements(connection);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = statements.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Takes entries out of the journal again. If even that fails, the journal is read anew before anything else is done: what
     * it holds then counts as accepted, which is what somebody hears who sends the same change set again.
     *
     * @param because what is thrown anyway, or null
     */
    private void cut(long length, SQLException because) throws SQLException {
        try {
            journal.cutTo(length);
        } catch (IOException e) {
            closeJournal();
            if (because == null) {
                throw unwritable(e);
            }
            because.addSuppressed(e);
        }
    }

    private void closeJournal() throws SQLException {
        try {
            journal.close();
            journal = null;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void abandon(Exception cause) {
        try {
            statements.connection().close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private SQLException unwritable(IOException e) {
        return new SQLException(file + ": " + e.getMessage(), DISK_FULL, e);
    }
}
