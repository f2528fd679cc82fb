package org.hubmark.store.sql;

import java.sql.Connection;
import java.sql.SQLException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.store.StoreException;

/** How the parts of a store get at its database: no connection leaves the work it was asked for. */
final class Access {

    /** Something to do with a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException, StoreException;
    }

    private final Database database;
    private final String place;

    /** @param place where the database is, in the words of the user */
    Access(Database database, String place) {
        this.database = database;
        this.place = place;
    }

    Database database() {
        return database;
    }

    StoreException failure(SQLException e) {
        return Failures.of(e, place);
    }

    /** Work on a connection that commits each statement. */
    <T> T run(IProgressMonitor monitor, Work<T> work) throws StoreException {
        checkCanceled(monitor);
        try (Connection connection = database.connect()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Work whose statements all see the same state. */
    <T> T snapshot(IProgressMonitor monitor, Work<T> work) throws StoreException {
        return run(monitor, connection -> {
            connection.setTransactionIsolation(database.snapshotIsolation());
            connection.setAutoCommit(false);
            T result;
            try {
                result = work.on(connection);
            } catch (SQLException | StoreException | RuntimeException e) {
                leave(connection, e);
                throw e;
            }
            end(connection);
            return result;
        });
    }

    /** A connection that broke can't be tidied up either; what counts is why it broke. */
    private static void leave(Connection connection, Exception because) {
        try {
            end(connection);
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    private static void end(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }

    static void checkCanceled(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }
}
