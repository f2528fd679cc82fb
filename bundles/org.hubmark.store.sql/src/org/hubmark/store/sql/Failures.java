package org.hubmark.store.sql;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.FileSystemException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.h2.api.ErrorCode;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;

/** Turns what databases and files throw into what a caller can act on and a user can read. */
final class Failures {

    private Failures() {
    }

    /** @param place the file or address of the database, as the user knows it */
    static StoreException of(SQLException thrown, String place) {
        SQLException e = root(thrown);
        Kind kind = kind(e);
        Messages messages = Messages.of(Failures.class);
        String message = switch (kind) {
            case OFFLINE -> messages.get(offline(e), place);
            case REFUSED -> messages.get(isUntrusted(e) ? "error.trust" : "error.refused", place);
            case DAMAGED -> messages.get("error.damaged", place);
            case NO_SPACE -> messages.get("error.space", place);
            case VERSION, REPLACED, QUERY, OTHER -> messages.get("error.other", place, firstLine(e));
        };
        return new StoreException(kind, message, e);
    }

    static StoreException of(IOException e, String place) {
        return new StoreException(Kind.NO_SPACE, Messages.of(Failures.class).get("error.space", place), e);
    }

    static String firstLine(Throwable e) {
        String text = String.valueOf(e.getMessage());
        int end = text.indexOf("; SQL statement");
        return (end < 0 ? text : text.substring(0, end)).lines().findFirst().orElse("");
    }

    /** The same for somebody at the other end of a wire, over which the cause does not come. */
    static SQLException forWire(Exception e) {
        if (!(e instanceof SQLException sql)) {
            return new SQLException(e);
        }
        return isNoSpace(sql) ? new SQLException(sql.getMessage(), sql.getSQLState(), ErrorCode.DATABASE_IS_READ_ONLY, sql)
                : new SQLException(sql.getMessage(), sql.getSQLState(), sql.getErrorCode(), sql);
    }

    /** The pool reports that it had to wait in vain; why, is in the cause. */
    private static SQLException root(SQLException e) {
        return e instanceof SQLTransientConnectionException && e.getCause() instanceof SQLException cause ? cause : e;
    }

    static Kind kind(SQLException thrown) {
        SQLException e = root(thrown);
        if (isNoSpace(e)) {
            return Kind.NO_SPACE;
        }
        if (isUntrusted(e)) {
            return Kind.REFUSED;
        }
        return switch (e.getErrorCode()) {
            case ErrorCode.WRONG_USER_OR_PASSWORD, ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1, ErrorCode.ADMIN_RIGHTS_REQUIRED ->
                Kind.REFUSED;
            case ErrorCode.DATABASE_ALREADY_OPEN_1, ErrorCode.CONNECTION_BROKEN_1, ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.REMOTE_DATABASE_NOT_FOUND_1,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN, ErrorCode.OBJECT_CLOSED -> Kind.OFFLINE;
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.FILE_ENCRYPTION_ERROR_1 ->
                Kind.DAMAGED;
            case ErrorCode.DATABASE_IS_READ_ONLY -> Kind.NO_SPACE;
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 -> isCutWire(e) ? Kind.OFFLINE : Kind.OTHER;
            default -> isDamage(e) ? Kind.DAMAGED : SqlStates.kind(e.getSQLState());
        };
    }

    private static String offline(SQLException e) {
        boolean unknown = e.getErrorCode() == ErrorCode.REMOTE_DATABASE_NOT_FOUND_1
                || SqlStates.NO_DATABASE.equals(e.getSQLState());
        return e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1 ? "error.locked"
                : unknown ? "error.database" : "error.offline";
    }

    /** A certificate that nobody here trusts. A connection that breaks is something else. */
    static boolean isUntrusted(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }

    /** A connection that breaks while H2 fetches more rows is to H2 an error of input and output like that of a file. */
    private static boolean isCutWire(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException || cause instanceof SocketException || cause instanceof SSLException) {
                return true;
            }
        }
        return false;
    }

    /** The MVStore reports a full disk as a general error; only the cause says so, and over a wire not even that. */
    private static boolean isNoSpace(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (text.matches("(?s).*mvstoreexception: writing to .* failed.*")
                    || cause instanceof FileSystemException && text.contains("read-only")
                    || cause instanceof IOException && (text.contains("no space") || text.contains("not enough space")
                            || text.contains("quota") || text.contains("file too large"))) {
                return true;
            }
        }
        return false;
    }

    /** What the MVStore finds wrong in a file comes as a general error with its own words. */
    private static boolean isDamage(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().equals("org.h2.mvstore.MVStoreException")
                    && String.valueOf(cause.getMessage()).matches("(?s).*(corrupt|Chunk|header|truncat|Reading from).*")) {
                return true;
            }
        }
        return false;
    }
}
