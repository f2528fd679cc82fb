package org.hubmark.core.session;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.project.ModelValues;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.ProjectSnapshot;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.Subscription;

/**
 * The parts of a session and how they play together. Everything of the model happens under one lock: in the workbench
 * it is never contended, with a direct executor it keeps the sender's reports and the caller apart.
 */
final class SessionCore implements Sender.Reports {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final SessionOpening opening;
    private final OutboxFolder outbox;
    private final Sender sender;
    private final OutboxWriter writer;
    private final LiveModel model;
    private final ModelRecorder recorder;
    private final SessionRecords records;
    private final LocalState local;
    private final SessionEvents events = new SessionEvents();
    private final UndoHistory history = new UndoHistory();
    private final SessionUndo undoing = new SessionUndo(this, history);
    private final SessionTexts texts;
    private final SessionCommandStack stack = new SessionCommandStack(this);
    private final AdapterFactoryEditingDomain domain;
    private Subscription subscription;
    private String problem;
    private boolean closed;

    SessionCore(SessionOpening opening, OutboxFolder outbox, ProjectSnapshot snapshot, List<ObjectState> states) {
        this.opening = opening;
        this.outbox = outbox;
        this.model = new LiveModel(snapshot.objects());
        this.records = new SessionRecords(states);
        this.local = new LocalState(snapshot.revision(), List.of(model, records.live()));
        this.sender = new Sender(opening.store(), opening.project(), snapshot.revision(), outbox, this);
        this.writer = new OutboxWriter(outbox, sender);
        this.texts = new SessionTexts(model::find);
        this.domain = ModelDomain.create(model, stack);
        this.recorder = new ModelRecorder(model);
    }

    /** Shows and sends what was left unsent, and begins to follow the store. */
    void start(List<ChangeSet> waiting) throws StoreException {
        waiting.forEach(local::add);
        waiting.forEach(sender::send);
        subscription = store().subscribe(project(), revision -> sender.signal());
        sender.start();
    }

    UUID project() {
        return opening.project();
    }

    AnnotationStore store() {
        return opening.store();
    }

    ModelExecutor executor() {
        return opening.executor();
    }

    UUID client() {
        return outbox.client();
    }

    OutboxFolder outbox() {
        return outbox;
    }

    LiveModel model() {
        return model;
    }

    SessionRecords records() {
        return records;
    }

    LocalState local() {
        return local;
    }

    SessionEvents events() {
        return events;
    }

    SessionUndo undoing() {
        return undoing;
    }

    SessionTexts texts() {
        return texts;
    }

    AdapterFactoryEditingDomain domain() {
        return domain;
    }

    <T> T locked(Supplier<T> task) {
        lock.lock();
        try {
            return task.get();
        } finally {
            lock.unlock();
        }
    }

    void locked(Runnable task) {
        locked(() -> {
            task.run();
            return null;
        });
    }

    /** Runs something on the model thread, unless the session is closed by then. Any thread, without the lock. */
    void onModel(Runnable task) {
        executor().execute(() -> locked(() -> {
            if (!closed) {
                task.run();
            }
        }));
    }

    String lastOrder(UUID container, String feature) {
        EObject object = model.find(container);
        EStructuralFeature containment = object == null ? null : object.eClass().getEStructuralFeature(feature);
        if (containment == null || !containment.isMany()) {
            return records.lastOrder(container, feature);
        }
        List<?> children = (List<?>) object.eGet(containment);
        return children.isEmpty() ? null
                : model.placement(ModelValues.id((EObject) children.getLast())).order();
    }

    void execute(String label, List<Change> changes) {
        if (!changes.isEmpty()) {
            locked(() -> {
                ChangeSet set = newSet(label, changes);
                history.add(set);
                commit(set);
                events.history();
            });
        }
    }

    /**
     * Runs a command of EMF.Edit; what it has done becomes a change set. A command that fails leaves nothing behind.
     */
    void record(String label, Runnable command) {
        locked(() -> {
            recorder.start();
            try {
                command.run();
            } catch (RuntimeException e) {
                takeBack(newSet(label, recorder.finish()));
                throw e;
            }
            List<Change> changes = recorder.finish();
            if (!changes.isEmpty()) {
                ChangeSet set = newSet(label, changes);
                history.add(set);
                show(set, local.addShown(set, model));
                events.history();
            }
        });
    }

    private void takeBack(ChangeSet failed) {
        local.addShown(failed, model);
        local.drop(failed);
    }

    /** Shows a change set and joins it to the queue. Returns what it is about. */
    Set<UUID> commit(ChangeSet set) {
        return show(set, local.add(set));
    }

    private Set<UUID> show(ChangeSet set, Set<UUID> objects) {
        writer.put(set);
        changed(objects);
        return objects;
    }

    private ChangeSet newSet(String label, List<Change> changes) {
        return new ChangeSet(Ids.next(), project(), client(), local.revision(), label, null, changes);
    }

    @Override
    public void fetched(List<Revision> revisions) {
        onModel(() -> {
            LocalState.Arrival arrival = local.arrive(revisions);
            arrival.foreign().forEach(history::block);
            changed(arrival.objects());
            events.history();
        });
    }

    @Override
    public void accepted(UUID changeSet, long revision) {
        onModel(() -> {
            if (!local.acknowledge(changeSet, revision)) {
                sender.signal();
            }
            changed(Set.of());
        });
    }

    @Override
    public void rejected(UUID changeSet, CommitResult result) {
        onModel(() -> {
            ChangeSet set = local.queue().stream().filter(s -> s.id().equals(changeSet)).findFirst().orElse(null);
            if (set != null) {
                String message = texts.rejected(set, result);
                local.drop(set).forEach(history::replace);
                history.forget(changeSet);
                changed(LocalState.objects(set.changes()));
                events.history();
                events.rejected(new Rejection(set, result, message));
            }
            sender.resume();
        });
    }

    @Override
    public void reachable(String newProblem) {
        onModel(() -> {
            problem = newProblem;
            changed(Set.of());
        });
    }

    private void changed(Set<UUID> objects) {
        moved.signalAll();
        events.changed(objects);
        events.syncState(syncState());
        stack.changed();
    }

    SyncState syncState() {
        SyncState.Kind kind = local.waiting() == 0 ? SyncState.Kind.SYNCED : SyncState.Kind.WAITING;
        return new SyncState(problem == null ? kind : SyncState.Kind.OFFLINE, local.waiting(), local.revision(),
                problem);
    }

    boolean awaitSynced(Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (local.waiting() > 0 && left > 0) {
                left = moved.awaitNanos(left);
            }
            return local.waiting() == 0;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        if (subscription != null) {
            subscription.close();
        }
        writer.close();
        sender.close(PATIENCE);
        outbox.close();
        locked(() -> closed = true);
    }
}
