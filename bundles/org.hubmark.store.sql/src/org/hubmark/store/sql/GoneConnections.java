package org.hubmark.store.sql;

import java.sql.SQLException;

import org.hubmark.core.store.StoreException.Kind;

import com.zaxxer.hikari.SQLExceptionOverride;

/**
 * Tells the pool which connections are of no use any more. By itself it knows only some states of errors, among which are
 * neither those of H2 nor that of a primary that has become a standby, and it does not try a connection that was used
 * within the last half second: whoever tried again and again was given the same dead connection for ever.
 */
final class GoneConnections implements SQLExceptionOverride {

    @java.lang.Override    // the pool has another one
    public Override adjudicate(SQLException e) {
        return Failures.kind(e) == Kind.OFFLINE ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
