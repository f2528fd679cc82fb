package org.hubmark.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.StoreLocation;
import org.hubmark.testing.ChildProcess;
import org.hubmark.testing.Sample;

/**
 * A process that does everything at once to a database file until it is killed: small change sets, large ones that change
 * again what the one before them made, texts, and somebody who reads and holds on to rows. Says which revisions were accepted.
 */
final class BusyProcess {

    static final String ACCEPTED = "accepted ";
    private static final NullProgressMonitor NONE = new NullProgressMonitor();
    private static final int LARGE = 500;
    private static final int CHARACTERS = 600_000;

    private final AnnotationStore store;
    private final UUID project;
    private final UUID model;
    private final UUID client = Ids.next();

    private BusyProcess(AnnotationStore store, UUID project, UUID model) {
        this.store = store;
        this.project = project;
        this.model = model;
    }

    static ChildProcess start(Path scratch, Path file, UUID project, UUID model) throws Exception {
        return ChildProcess.start(scratch, BusyProcess.class, WritingProcess.needed(), file.toString(),
                project.toString(), model.toString());
    }

    private interface Work {
        void once(int number) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        try (AnnotationStore store = new SqlStoreService().open(new StoreLocation.Embedded(file, false), NONE);
                Connection reader = new H2File(file).member()) {
            BusyProcess busy = new BusyProcess(store, UUID.fromString(arguments[1]), UUID.fromString(arguments[2]));
            repeat(busy::small, 1);
            repeat(busy::small, 1);
            repeat(busy::large, 500);
            repeat(busy::text, 500);
            reader.setAutoCommit(false);
            repeat(number -> hold(reader), 5);
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    /** Waits for nothing: the pause sets the pace. What ends the work stands in what the process says of errors. */
    private static void repeat(Work work, int pause) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                for (int number = 0;; number++) {
                    work.once(number);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
                }
            } catch (Exception e) {
                throw new IllegalStateException("one of those at work has ended", e);
            }
        });
    }

    private void small(int number) throws Exception {
        commit(List.of(new Change.Create(hub(Ids.next(), "枢纽 " + number))));
    }

    private void large(int number) throws Exception {
        List<Change> create = new ArrayList<>();
        List<Change> change = new ArrayList<>();
        for (int i = 0; i < LARGE; i++) {
            UUID id = Ids.next();
            create.add(new Change.Create(hub(id, "before")));
            change.add(Sample.put(id, "nameZh", "before", "after " + number));
        }
        long revision = commit(create);
        commit(revision, change);
    }

    private ObjectState hub(UUID id, String name) {
        return new ObjectState(id, "Hub", new Placement(model, "elements", "V"),
                Map.of("nameZh", Value.of(name)), Map.of());
    }

    private void text(int number) throws Exception {
        store.keep(Sample.text(Ids.next() + " " + number + "文".repeat(CHARACTERS)), NONE);
    }

    /** Whoever may read a row may lock it. */
    private static void hold(Connection reader) throws Exception {
        try (var statement = reader.createStatement();
                var row = statement.executeQuery("select * from member for update")) {
            row.next();
        }
        reader.commit();
    }

    private long commit(List<Change> changes) throws Exception {
        return commit(1, changes);
    }

    private long commit(long base, List<Change> changes) throws Exception {
        CommitResult result = store.commit(new ChangeSet(Ids.next(), project, client, base, "busy", null, changes), NONE);
        long revision = ((CommitResult.Accepted) result).revision();
        System.out.println(ACCEPTED + revision + " .");
        return revision;
    }
}
