package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.h2.jdbcx.JdbcDataSource;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.core.store.Subscription;
import org.hubmark.testing.LoggedLines;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What somebody hears, and what is logged, when the database is away for a while. */
@ExtendWith(NoErrorsLogged.class)
class SubscriptionsTest {

    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    private Path folder;
    private final Sample sample = new Sample();
    private final AtomicInteger failures = new AtomicInteger(2);

    @Test
    void aDatabaseThatIsAwayIsLoggedOnceAndWhoListensHearsThatItIsBack() throws Exception {
        H2File file = new H2File(folder.resolve("hubs"));
        try (AnnotationStore holder = new SqlStoreService().open(new StoreLocation.Embedded(folder.resolve("hubs"), true),
                NONE);
                AnnotationStore store = new SqlStore(sometimesAway(new H2Database(new H2Database.Names("x", "X"),
                        account(file), Duration.ofSeconds(PATIENCE_SECONDS), () -> { })), "the file");
                LoggedLines log = new LoggedLines(Subscriptions.class)) {
            holder.commit(sample.start(), NONE);
            BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
            try (Subscription subscription = store.subscribe(sample.project, heard::add)) {
                assertEquals(1, heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            assertEquals(List.of("WARN nothing is heard of revisions, trying again until it works: nobody answers",
                    "INFO revisions are heard of again"), log.lines());
        }
    }

    private static JdbcDataSource account(H2File file) throws Exception {
        try (var owner = file.owner()) {
            H2File.run(owner, "create user X password 'x'");
            H2File.run(owner, "grant hubmark_member to X");
            H2File.run(owner, "insert into member (account, project, name, role) values ('X', null, 'x', 'analyst')");
        }
        return file.source("X", "x");
    }

    /** The database, to which the first connections of subscriptions fail. */
    private Database sometimesAway(Database database) {
        return (Database) Proxy.newProxyInstance(Database.class.getClassLoader(), new Class<?>[] {Database.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("connectApart") && failures.getAndDecrement() > 0) {
                        throw new SQLException("nobody answers", "08001");
                    }
                    try {
                        return method.invoke(database, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
