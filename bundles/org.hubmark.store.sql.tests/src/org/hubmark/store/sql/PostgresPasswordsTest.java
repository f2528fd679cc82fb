package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.StoreException;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server of PostgreSQL is never told a password, only what to check one by. */
@ExtendWith(NoErrorsLogged.class)
class PostgresPasswordsTest {

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    private static final int PATIENCE_SECONDS = 30;
    private static final String KEY = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG=";
    private static final String KEYS = "$" + KEY + ":" + KEY;
    private static final String SALT = "0123456789abcdefghijkl==";

    @Test
    void noPasswordIsInTheLogOfAServerThatLogsEveryStatement() throws Exception {
        BlockingQueue<String> log = SERVER.statements();
        try (AnnotationStore store = SERVER.store("ada", PostgresServer.PASSWORD)) {
            store.members().create(lin(), "a first secret".toCharArray(), NONE);
            store.members().changePassword("lin", "a second secret".toCharArray(), NONE);
        }
        SERVER.store("lin", "a second secret").close();
        SERVER.asSuperuser(List.of("select 'the end'"));

        List<String> said = new ArrayList<>();
        while (said.isEmpty() || !said.getLast().contains("the end")) {
            said.add(log.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        assertEquals(2, said.stream().filter(line -> line.contains("SCRAM-SHA-256$")).count());
        assertEquals(List.of(), said.stream().filter(line -> line.contains("secret")).toList());
    }

    /** Letters of any width, characters that cannot be prepared for comparison, blanks and quotes. */
    @ParameterizedTest
    @ValueSource(strings = {"密码很长的一句话", "ｗｉｄｅ　ｌｅｔｔｅｒｓ", "\u0007\u0007\u0007 bells", " ' \" $$ \\ 𠀀 "})
    void anyPasswordOpensTheDoorAndNoOtherDoes(String password) throws Exception {
        try (AnnotationStore store = SERVER.store("ada", PostgresServer.PASSWORD)) {
            store.members().create(lin(), password.toCharArray(), NONE);
        }
        SERVER.store("lin", password).close();
        assertThrows(StoreException.class, () -> SERVER.store("lin", password + "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a password as it is", "md5" + "0123456789abcdef0123456789abcdef",
            "SCRAM-SHA-256$1:" + SALT + KEYS, "SCRAM-SHA-256$4096:AAAA" + KEYS, "SCRAM-SHA-256$4096:" + SALT + KEYS + "\n"})
    void theDoorTakesNothingElse(String password) throws Exception {
        assertTrue(change(password).contains("MALFORMED"));
        SERVER.store("ada", PostgresServer.PASSWORD).close();
    }

    private static String change(String password) throws Exception {
        try (Connection ada = SERVER.connect("ada", PostgresServer.PASSWORD);
                PreparedStatement call = ada.prepareStatement("select administer_members(?)")) {
            call.setString(1, MemberRequest.password("ada", password));
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }
    }

    private static Member lin() {
        return new Member("lin", "林晓", Role.ANALYST);
    }
}
