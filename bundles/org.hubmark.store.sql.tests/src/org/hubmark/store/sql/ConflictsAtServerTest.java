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

    private static final String DATABASE = "hubs";
    private static final Set<String> ACCOUNTS = new HashSet<>();

    @TempDir
    private static Path base;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(base);
        server.create(DATABASE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected AnnotationStore open(String member) throws Exception {
        if (ACCOUNTS.add(member)) {
            try (AnnotationStore administrator = server.open(DATABASE)) {
                administrator.members().create(new Member(member, member, Role.ANALYST),
                        TestServer.PASSWORD.toCharArray(), new NullProgressMonitor());
            }
        }
        return server.login(DATABASE, member, TestServer.PASSWORD);
    }
}
