package org.hubmark.store.sql;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.testing.ConflictScenarios;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The table of what two people can do at the same time, at a team server through TLS. */
class ConflictsAtServerTest extends ConflictScenarios {

    @TempDir
    private static Path base;
    private static TestServer server;
    private static int databases;
    private final Set<String> accounts = new HashSet<>();
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
    protected AnnotationStore open(String member) throws Exception {
        if (database == null) {
            database = "hubs" + databases++;
            server.create(database);
        }
        if (accounts.add(member)) {
            try (AnnotationStore administrator = server.open(database)) {
                administrator.members().create(new Member(member, member, Role.ANALYST),
                        TestServer.PASSWORD.toCharArray(), new NullProgressMonitor());
            }
        }
        return server.login(database, member, TestServer.PASSWORD);
    }
}
