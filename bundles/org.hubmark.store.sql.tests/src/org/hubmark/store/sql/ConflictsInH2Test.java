package org.hubmark.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.testing.ConflictScenarios;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The table of what two people can do at the same time, on a database file that each opens with an own account. */
class ConflictsInH2Test extends ConflictScenarios {

    @TempDir
    Path database;
    private final Set<String> accounts = new HashSet<>();
    private AnnotationStore holder;

    @Override
    protected AnnotationStore open(String member) throws Exception {
        if (holder == null) {
            holder = new SqlStoreService().open(new StoreLocation.Embedded(database.resolve("hubs"), true),
                    new NullProgressMonitor());
        }
        H2File file = new H2File(database.resolve("hubs"));
        String account = member.toUpperCase(Locale.ENGLISH);
        if (accounts.add(account)) {
            try (Connection owner = file.owner()) {
                H2File.run(owner, "create user " + account + " password 'x'");
                H2File.run(owner, "grant hubmark_member to " + account);
                H2File.run(owner, "insert into member (account, project, name, role) values ('" + account
                        + "', null, '" + member + "', 'analyst')");
            }
        }
        return new SqlStore(new H2Database(new H2Database.Names(member, account), file.source(account, "x"),
                file.queries(), () -> { }), "the file");
    }

    @AfterEach
    void closeDatabase() throws Exception {
        holder.close();
    }
}
