package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.sql.SQLException;

import javax.net.ssl.SSLException;

import org.h2.api.ErrorCode;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class FailuresTest {

    @Test
    void aConnectionThatBreaksAmidAResultMeansThatTheServerIsAway() {
        assertEquals(Kind.OFFLINE, Failures.kind(asH2Says(new EOFException())));
        assertEquals(Kind.OFFLINE, Failures.kind(asH2Says(new SocketException("Connection reset"))));
        assertEquals(Kind.OFFLINE, Failures.kind(asH2Says(new SSLException("Tag mismatch"))));
    }

    @Test
    void aFileThatCannotBeReadDoesNot() {
        assertEquals(Kind.OTHER, Failures.kind(asH2Says(new IOException("Input/output error"))));
    }

    private static SQLException asH2Says(IOException e) {
        return new SQLException("IO Exception", "90028", ErrorCode.IO_EXCEPTION_1, e);
    }
}
