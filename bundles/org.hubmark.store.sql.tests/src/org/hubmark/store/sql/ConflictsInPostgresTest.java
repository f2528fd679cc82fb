package org.hubmark.store.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.testing.ConflictScenarios;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The table of what two people can do at the same time, on PostgreSQL. */
class ConflictsInPostgresTest extends ConflictScenarios {

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();
    private final Set<String> accounts = new HashSet<>(List.of(PostgresServer.ADMINISTRATOR.account()));

    @Override
    protected AnnotationStore open(String member) throws Exception {
        if (accounts.add(member)) {
            try (AnnotationStore administrator = login(PostgresServer.ADMINISTRATOR.account())) {
                administrator.members().create(new Member(member, member, Role.ANALYST),
                        PostgresServer.PASSWORD.toCharArray(), new NullProgressMonitor());
            }
        }
        return login(member);
    }

    private static AnnotationStore login(String account) throws Exception {
        return SERVER.store(account, PostgresServer.PASSWORD);
    }
}
