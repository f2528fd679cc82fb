package org.hubmark.store.sql;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.Role;
import org.hubmark.core.store.StoreException;
import org.hubmark.testing.TeamContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStoreTest extends TeamContract {

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @Override
    protected AnnotationStore open() throws StoreException {
        return SERVER.store(PostgresServer.ADMINISTRATOR.account(), PostgresServer.PASSWORD);
    }

    @Override
    protected AnnotationStore openAs(String name, String role) throws Exception {
        store.members().create(new Member(name, name, Role.of(role)), PostgresServer.PASSWORD.toCharArray(),
                new NullProgressMonitor());
        return SERVER.store(name, PostgresServer.PASSWORD);
    }

    @Override
    protected AnnotationStore login(String account, String password) throws Exception {
        return SERVER.store(account, password);
    }
}
