package org.hubmark.store.sql;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.testing.ChildProcess;
import org.slf4j.LoggerFactory;

import com.google.gson.Gson;
import com.zaxxer.hikari.HikariDataSource;

/** A process that commits as many change sets as each line it reads says: announces each one, and each answer. */
final class WritingProcess {

    static final String SENDING = "sending ";
    static final String ACCEPTED = "accepted ";
    private static final int ATTEMPTS = 100;

    private WritingProcess() {
    }

    static ChildProcess start(Path scratch, Path file, UUID project, UUID model) throws Exception {
        return ChildProcess.start(scratch, WritingProcess.class, needed(), file.toString(), project.toString(),
                model.toString());
    }

    /** A class of each bundle that a store needs. */
    static List<Class<?>> needed() throws ClassNotFoundException {
        List<Class<?>> needed = new ArrayList<>(List.of(SqlStoreService.class, AnnotationStore.class,
                NullProgressMonitor.class, JdbcDataSource.class, HikariDataSource.class, Flyway.class, Gson.class,
                LoggerFactory.class, LoggerFactory.getILoggerFactory().getClass(), ChildProcess.class));
        needed.add(Class.forName("ch.qos.logback.core.Context", false, LoggerFactory.getILoggerFactory().getClass()
                .getClassLoader()));
        return needed;
    }

    /** The change set with this id: always the same one. */
    static ChangeSet changeSet(UUID id, UUID project, UUID model) {
        UUID hub = Ids.named(id, "hub");
        return new ChangeSet(id, project, Ids.named(id, "client"), 1, "A hub", null,
                List.of(new Change.Create(new ObjectState(hub, "Hub", new Placement(model, "elements", "V"),
                        Map.of("nameZh", Value.of("枢纽 " + id)), Map.of()))));
    }

    public static void main(String[] arguments) throws Exception {
        UUID project = UUID.fromString(arguments[1]);
        UUID model = UUID.fromString(arguments[2]);
        try (AnnotationStore store = new SqlStoreService().open(
                new StoreLocation.Embedded(Path.of(arguments[0]), false), new NullProgressMonitor());
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                for (int i = 0; i < Integer.parseInt(line); i++) {
                    UUID id = Ids.next();
                    System.out.println(SENDING + id);
                    System.out.println(ACCEPTED + id + " " + commit(store, changeSet(id, project, model)));
                }
            }
        }
    }

    /** As a session does: when nothing is known, it sends the same again. */
    private static long commit(AnnotationStore store, ChangeSet changes) throws StoreException {
        for (int attempt = 1;; attempt++) {
            try {
                return ((CommitResult.Accepted) store.commit(changes, new NullProgressMonitor())).revision();
            } catch (StoreException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }
}
