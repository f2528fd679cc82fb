package org.hubmark.store.sql;

import org.hubmark.core.store.StoreException.Kind;

/** What the states of the SQL standard, and PostgreSQL's own, mean for a caller. */
final class SqlStates {

    static final String NO_DATABASE = "3D000";

    private SqlStates() {
    }

    /** @param state may be null */
    static Kind kind(String state) {
        return switch (state == null ? "" : state) {
            case NO_DATABASE, "53300" -> Kind.OFFLINE;    // of the latter: too many connections
            case "57P01", "57P02", "57P03", "57P05" -> Kind.OFFLINE;    // it shuts down, has crashed, starts
            case "25006" -> Kind.OFFLINE;    // read-only: what was the primary is a standby now
            case "42501" -> Kind.REFUSED;
            case "53100" -> Kind.NO_SPACE;
            case "XX001", "XX002" -> Kind.DAMAGED;
            case String other when other.startsWith("08") -> Kind.OFFLINE;
            case String other when other.startsWith("28") -> Kind.REFUSED;
            default -> Kind.OTHER;
        };
    }
}
