package org.hubmark.store.sql;

import java.math.BigDecimal;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.QueryResult;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the queries of analysts, with an account that sees the documented views and nothing else. */
final class Queries {

    private static final Logger LOG = LoggerFactory.getLogger(Queries.class);
    /** How often a running query looks whether it is still wanted. */
    private static final int PATIENCE_MS = 50;
    private static final String CANCELED = "57014";

    private final Access access;
    private final ScheduledExecutorService watch;

    Queries(Access access, ScheduledExecutorService watch) {
        this.access = access;
        this.watch = watch;
    }

    QueryResult run(QueryText text, int limit, IProgressMonitor monitor) throws StoreException {
        Access.checkCanceled(monitor);
        try (Connection connection = access.database().connectForQueries()) {
            return run(connection, text, limit, monitor);
        } catch (SQLException e) {
            throw access.failure(e);
        }
    }

    private QueryResult run(Connection connection, QueryText text, int limit, IProgressMonitor monitor)
            throws SQLException, StoreException {
        try (PreparedStatement query = connection.prepareStatement(text.sql())) {
            Statements.bind(query, text.values().toArray());
            query.setMaxRows(limit == Integer.MAX_VALUE ? 0 : limit + 1);
            ScheduledFuture<?> watcher = watch.scheduleWithFixedDelay(() -> cancel(query, monitor), PATIENCE_MS,
                    PATIENCE_MS, TimeUnit.MILLISECONDS);
            try (ResultSet rows = query.executeQuery()) {
                return result(rows, limit);
            } finally {
                watcher.cancel(false);
            }
        } catch (SQLException e) {
            if (monitor.isCanceled() && CANCELED.equals(e.getSQLState())) {
                throw new OperationCanceledException();
            }
            if (Failures.kind(e) == Kind.OFFLINE) {
                throw e;
            }
            throw wrong(e);
        }
    }

    private static StoreException wrong(SQLException e) {
        Messages messages = Messages.of(Queries.class);
        String message = Failures.kind(e) == Kind.REFUSED ? messages.get("query.views")
                : messages.get("query.wrong", Failures.firstLine(e));
        return new StoreException(Kind.QUERY, message, e);
    }

    private static void cancel(PreparedStatement query, IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            try {
                query.cancel();
            } catch (SQLException e) {
                LOG.warn("a query could not be cancelled", e);
            }
        }
    }

    private static QueryResult result(ResultSet rows, int limit) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        List<List<Object>> all = new ArrayList<>();
        while (rows.next()) {
            if (all.size() == limit) {
                return new QueryResult(columns, all, true);
            }
            List<Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(plain(rows.getObject(i)));
            }
            all.add(row);
        }
        return new QueryResult(columns, all, false);
    }

    /** A text, a number without needless zeros, a boolean or null. */
    private static Object plain(Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Boolean flag -> flag;
            case BigDecimal number -> number.signum() == 0 ? BigDecimal.ZERO : plain(number);
            case Number number -> number;
            case Clob text -> text.getSubString(1, (int) text.length());
            default -> value.toString();
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
