package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.h2.api.ErrorCode;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class AccessTest {

    private static <T> T fake(Class<T> type, String name, Object result) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, values) -> {
            if (called.getName().equals(name)) {
                if (result instanceof Exception failure) {
                    throw failure;
                }
                return result;
            }
            return called.getReturnType() == int.class ? 0 : null;
        }));
    }

    @Test
    void whatBrokeAConnectionIsToldAndNotThatItCannotBeTidiedUp() {
        Connection broken = fake(Connection.class, "rollback", new SQLException("Connection is closed"));
        Access access = new Access(fake(Database.class, "connect", broken), "the server");

        StoreException failure = assertThrows(StoreException.class,
                () -> access.snapshot(new NullProgressMonitor(), connection -> {
                    throw new SQLException("session closed", "90067", ErrorCode.CONNECTION_BROKEN_1);
                }));

        assertEquals(Kind.OFFLINE, failure.kind());
    }
}
