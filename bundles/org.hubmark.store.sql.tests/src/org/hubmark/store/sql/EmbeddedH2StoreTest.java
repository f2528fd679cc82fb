package org.hubmark.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Locale;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.testing.StoreContract;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedH2StoreTest extends StoreContract {

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
        return new SqlStore(new H2Database(name, file.source(account, "x"), file.queries(), () -> { }), "the file");
    }
}
