package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.ServerAddress;
import org.hubmark.core.store.ServerSetup;
import org.hubmark.core.store.ServerSetup.Outcome;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreException.Kind;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** How a server is set up, and what somebody is told who cannot get in. */
@ExtendWith(NoErrorsLogged.class)
class PostgresSetupTest {

    private static final int NEWEST = Schema.POSTGRESQL.newest();
    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    private static final Schema OLDER = Schema.postgres(List.of("V1__tables.sql", "V2__views.sql", "V3__door.sql"));

    @TempDir
    private Path folder;

    private final PostgresSetup setup = new PostgresSetup(Schema.POSTGRESQL, PostgresTls.NONE);

    @Test
    void settingUpTwiceDoesNothingTheSecondTime() throws Exception {
        assertEquals(new Outcome(NEWEST, NEWEST, null), setup.setUp(SERVER.request(), NONE));
    }

    @Test
    void anotherDatabaseOfTheServerHasMembersOfItsOwn() throws Exception {
        ServerAddress other = SERVER.another("Ünrelated-2");
        try {
            Member bob = new Member("Bob", "Bob", Role.ADMINISTRATOR);
            assertEquals(new Outcome(0, NEWEST, null), setup.setUp(request(other, bob), NONE));
            try (AnnotationStore store = PostgresServer.store(other, "BOB", "a new password", PostgresTls.NONE)) {
                assertEquals(List.of(new Member("bob", "Bob", Role.ADMINISTRATOR)), store.members().all(NONE));
                store.commit(new Sample().start(), NONE);
            }
            assertKind(Kind.REFUSED, () -> PostgresServer.store(other, "ada", PostgresServer.PASSWORD, PostgresTls.NONE));
            assertKind(Kind.REFUSED, () -> SERVER.store("bob", "a new password"));
        } finally {
            SERVER.drop(other);
        }
    }

    private static ServerSetup.Request request(ServerAddress address, Member administrator) {
        ServerSetup.Request standard = PostgresServer.request(address);
        return new ServerSetup.Request(standard.server(), administrator, "a new password".toCharArray(), null);
    }

    @Test
    void aDatabaseOfSomebodyElseIsLeftAlone() throws Exception {
        assertKind(Kind.REFUSED, () -> setup.setUp(PostgresServer.request(SERVER.another("postgres")), NONE));
    }

    @Test
    void theFirstAdministratorHasToBeNamedAndNeedsAPassword() throws Exception {
        ServerAddress other = SERVER.another("unfinished");
        try {
            assertKind(Kind.OTHER, () -> setup.setUp(request(other, null), NONE));
            ServerSetup.Request wanted = request(other, new Member("carl", "Carl", Role.ADMINISTRATOR));
            assertKind(Kind.REFUSED, () -> setup.setUp(
                    new ServerSetup.Request(wanted.server(), wanted.administrator(), "short".toCharArray(), null), NONE));
            assertEquals(new Outcome(NEWEST, NEWEST, null), setup.setUp(wanted, NONE));
            PostgresServer.store(other, "carl", "a new password", PostgresTls.NONE).close();
        } finally {
            SERVER.drop(other);
        }
    }

    @Test
    void anOlderDatabaseIsSavedFirstAndClientsAreToldToWait() throws Exception {
        Assumptions.assumeTrue(PostgresPrograms.find("pg_dump").isPresent(), "PostgreSQL is not installed here (no pg_dump)");
        ServerAddress old = SERVER.another("old");
        try {
            assertThrows(StoreException.class, () -> new PostgresSetup(OLDER, PostgresTls.NONE)
                    .setUp(PostgresServer.request(old), NONE));
            StoreException older = assertKind(Kind.VERSION,
                    () -> PostgresServer.store(old, PostgresProcess.SUPERUSER, PostgresProcess.PASSWORD, PostgresTls.NONE));
            assertTrue(older.getMessage().contains("server-setup"), older.getMessage());
            ServerSetup.Request standard = PostgresServer.request(old);
            Outcome outcome = setup.setUp(new ServerSetup.Request(standard.server(), standard.administrator(),
                    standard.password(), folder.resolve("backups")), NONE);
            assertEquals(List.of(3, NEWEST), List.of(outcome.before(), outcome.now()));
            assertTrue(Files.size(outcome.backup()) > 10_000);
            PostgresServer.store(old, "ada", PostgresServer.PASSWORD, PostgresTls.NONE).close();
        } finally {
            SERVER.drop(old);
        }
    }

    @Test
    void whatBelongedToAnObjectBeforeItWasWrittenDownIsFoundInTheLog() throws Exception {
        Sample sample = new Sample();
        UUID hub;
        try (AnnotationStore store = SERVER.store("ada", PostgresServer.PASSWORD)) {
            hub = FormerOwnersSample.make(store, sample);
        }
        SERVER.asSuperuser(List.of("drop table hubmark.former_owner",
                "drop function hubmark_door.keep_container, hubmark_door.keep_reference cascade",
                "delete from hubmark.flyway_schema_history where version::integer >= 7"));
        assertEquals(NEWEST, setup.setUp(SERVER.request(), NONE).now());
        try (AnnotationStore store = SERVER.store("ada", PostgresServer.PASSWORD)) {
            FormerOwnersSample.assertFound(store, sample, hub);
        }
    }

    @Test
    void aNewerDatabaseIsNotTouched() throws Exception {
        SERVER.asSuperuser(List.of("insert into hubmark.flyway_schema_history (installed_rank, version, description, type, "
                + "script, installed_by, execution_time, success) values (99, '99', 'x', 'SQL', 'x', 'x', 0, true)"));
        assertKind(Kind.VERSION, () -> SERVER.store("ada", PostgresServer.PASSWORD));
        assertKind(Kind.VERSION, () -> setup.setUp(SERVER.request(), NONE));
    }

    @Test
    void whoCannotGetInIsToldWhy() throws Exception {
        ServerAddress nowhere = new ServerAddress(ServerAddress.Kind.POSTGRESQL,
                List.of(new ServerAddress.Endpoint("127.0.0.1", 1)), "hubs");
        List<String> messages = List.of(
                assertKind(Kind.REFUSED, () -> SERVER.store("ada", "wrong password")).getMessage(),
                assertKind(Kind.REFUSED, () -> SERVER.store("nobody", "wrong password")).getMessage(),
                assertKind(Kind.OFFLINE, () -> PostgresServer.store(nowhere, "ada", "x", PostgresTls.NONE)).getMessage(),
                assertKind(Kind.OFFLINE, () -> PostgresServer.store(SERVER.another("missing"), "ada",
                        PostgresServer.PASSWORD, PostgresTls.NONE)).getMessage(),
                assertKind(Kind.VERSION, () -> PostgresServer.store(SERVER.another("postgres"), "ada",
                        PostgresServer.PASSWORD, PostgresTls.NONE)).getMessage());
        assertEquals(4, messages.stream().map(m -> m.replaceAll("postgresql://\\S+", "")).distinct().count());
    }

    @Test
    void aServerIsReachedThroughTlsAndNotIfItsCertificateIsNotTrusted() throws Exception {
        Assumptions.assumeTrue(SERVER.certificate().isPresent(), "openssl is not installed here: no TLS is tried");
        PostgresTls trusted = new PostgresTls(Map.of("sslmode", "verify-full", "sslrootcert",
                SERVER.certificate().orElseThrow().toString()));
        PostgresServer.store(SERVER.address(), "ada", PostgresServer.PASSWORD, trusted).close();
        assertThrows(StoreException.class,
                () -> PostgresServer.store(SERVER.address(), "ada", PostgresServer.PASSWORD, PostgresTls.PROCESS));
    }

    private static StoreException assertKind(Kind kind, Executable work) {
        StoreException e = assertThrows(StoreException.class, work);
        assertEquals(kind, e.kind(), e.getMessage());
        return e;
    }
}
