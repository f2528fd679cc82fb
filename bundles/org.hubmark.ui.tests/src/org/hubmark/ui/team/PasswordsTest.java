package org.hubmark.ui.team;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

import org.hubmark.core.store.ServerAddress;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoErrorsLogged.class)
class PasswordsTest {

    private static final ServerAddress SERVER = FakeServer.ADDRESS;

    private final FakePasswordStore keyring = new FakePasswordStore(true);
    private final FakePasswordStore files = new FakePasswordStore(true);

    @TempDir
    private Path folder;

    private static Passwords passwords(PasswordStore keyring, PasswordStore files, String environment) {
        return new Passwords(keyring, files, name -> Passwords.VARIABLE.equals(name) ? environment : null);
    }

    @Test
    void aPasswordIsKeptInTheKeyringIfThereIsOne() throws Exception {
        Passwords passwords = passwords(keyring, files, null);
        passwords.keep(SERVER, "ada", "secret".toCharArray());
        assertEquals(Passwords.Safe.KEYRING, passwords.safe());
        assertEquals(1, keyring.size());
        assertEquals(0, files.size());
        assertArrayEquals("secret".toCharArray(), passwords.find(SERVER, "ada").orElseThrow());
    }

    @Test
    void withoutAKeyringItIsKeptInAFile() throws Exception {
        Passwords passwords = passwords(new FakePasswordStore(false), files, null);
        passwords.keep(SERVER, "ada", "secret".toCharArray());
        assertEquals(Passwords.Safe.FILE, passwords.safe());
        assertArrayEquals("secret".toCharArray(), passwords.find(SERVER, "ada").orElseThrow());
    }

    @Test
    void eachAccountOfEachDatabaseHasItsOwn() throws Exception {
        Passwords passwords = passwords(keyring, files, null);
        passwords.keep(SERVER, "ada", "secret".toCharArray());
        assertEquals(Optional.empty(), passwords.find(SERVER, "bo"));
        assertEquals(Optional.empty(), passwords.find(ServerAddress.parse("team.example/policy"), "ada"));
    }

    @Test
    void whatWasSaidComesBeforeWhatIsKeptAndThatBeforeTheEnvironment() throws Exception {
        Passwords passwords = passwords(keyring, files, "from the environment");
        assertArrayEquals("from the environment".toCharArray(), passwords.find(SERVER, "ada").orElseThrow());
        passwords.keep(SERVER, "ada", "kept".toCharArray());
        assertArrayEquals("kept".toCharArray(), passwords.find(SERVER, "ada").orElseThrow());
        passwords.say(SERVER, "ada", "said".toCharArray());
        assertArrayEquals("said".toCharArray(), passwords.find(SERVER, "ada").orElseThrow());
    }

    @Test
    void afterForgettingNothingIsLeft() throws Exception {
        Passwords passwords = passwords(keyring, files, null);
        passwords.keep(SERVER, "ada", "secret".toCharArray());
        passwords.say(SERVER, "ada", "secret".toCharArray());
        passwords.forget(SERVER, "ada");
        assertEquals(Optional.empty(), passwords.find(SERVER, "ada"));
        assertFalse(passwords.isKept(SERVER, "ada"));
        assertEquals(0, keyring.size());
    }

    @Test
    void onlyTheUserMayReadTheFiles() throws Exception {
        PasswordFiles store = new PasswordFiles(folder.resolve("passwords").resolve("files"));
        assumeTrue(store.isUsable(), "files have no such permissions here");
        store.put("key", "密码 ä".toCharArray());
        store.put("key", "密码 ö".toCharArray());
        assertArrayEquals("密码 ö".toCharArray(), store.find("key").orElseThrow());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(store.folder())));
        try (Stream<Path> all = Files.list(store.folder())) {
            assertEquals("rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(all.findFirst().orElseThrow())));
        }
        store.remove("key");
        assertTrue(store.find("key").isEmpty());
    }
}
