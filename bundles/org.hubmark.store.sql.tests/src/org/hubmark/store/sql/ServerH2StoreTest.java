package org.hubmark.store.sql;

import java.nio.file.Path;
import java.util.Locale;

import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.StoreException;
import org.hubmark.testing.TeamContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract through TLS and TCP, each test on a database of its own at one server. */
class ServerH2StoreTest extends TeamContract {

    @TempDir
    private static Path base;
    private static TestServer server;
    private static int databases;
    private String database;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(base);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected AnnotationStore open() throws StoreException {
        if (database == null) {
            database = "hubs" + databases++;
            server.create(database);
        }
        return server.open(database);
    }

    @Override
    protected AnnotationStore openAs(String account, String role) throws Exception {
        store.members().create(new Member(account, account, Role.valueOf(role.toUpperCase(Locale.ROOT))),
                TestServer.PASSWORD.toCharArray(), NONE);
        return login(account, TestServer.PASSWORD);
    }

    @Override
    protected AnnotationStore login(String account, String password) throws Exception {
        return server.login(database, account, password);
    }
}
