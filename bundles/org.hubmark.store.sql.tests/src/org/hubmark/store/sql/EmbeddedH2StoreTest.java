package org.hubmark.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.testing.TeamContract;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedH2StoreTest extends TeamContract {

    @TempDir
    Path folder;

    @Override
    protected AnnotationStore open() throws StoreException {
        return new SqlStoreService().open(new StoreLocation.Embedded(folder.resolve("hubs"), true),
                new NullProgressMonitor());
    }

    @Override
    protected AnnotationStore openAs(String name, String role) throws Exception {
        H2File file = new H2File(folder.resolve("hubs"));
        String account = name.toUpperCase(Locale.ENGLISH);
        try (Connection owner = file.owner()) {
            H2File.run(owner, "create user " + account + " password 'x'");
            H2File.run(owner, "grant hubmark_member to " + account);
            H2File.run(owner, "insert into member (account, project, name, role) values ('" + account + "', null, '"
                    + name + "', '" + role + "')");
        }
        return store(file, new H2Database.Names(name, account), "x");
    }

    @Override
    protected AnnotationStore login(String account, String password) throws Exception {
        H2File file = new H2File(folder.resolve("hubs"));
        String known = account.toUpperCase(Locale.ENGLISH);
        try (Connection connection = file.source(known, password).getConnection()) {
            String name = H2File.name(connection, known);
            return store(file, new H2Database.Names(name, known), password);
        } catch (SQLException e) {
            throw Failures.of(e, "the file");
        }
    }

    private static AnnotationStore store(H2File file, H2Database.Names names, String password) throws Exception {
        return new SqlStore(new H2Database(names, file.source(names.account(), password),
                Duration.ofSeconds(30), () -> { }), "the file");
    }
}
