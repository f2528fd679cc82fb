package org.hubmark.core.session;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.ProjectSnapshot;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a session and how they play together. Everything of the model happens under one lock: in the workbench
 * it is never contended, with a direct executor it keeps the sender's reports and the caller apart.
 */
final class SessionCore {

    private static final Logger LOG = LoggerFactory.getLogger(SessionCore.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final SessionOpening opening;
    private final OutboxFolder outbox;
    private final Sender sender;
    private final OutboxWriter writer;
    private final LiveModel model;
    private final SessionRecords records;
    private final LocalState local;
    private final SessionEvents events = new SessionEvents();
    private final UndoHistory history = new UndoHistory();
    private final SessionUndo undoing = new SessionUndo(this, history);
    private final SessionTexts texts;
    private final SessionCommandStack stack;
    private final AdapterFactoryEditingDomain domain;
    private final SessionSync sync = new SessionSync(this);
    private final ReadThread reads = new ReadThread(this);
    private final SessionPresence presence;
    private final ObjectLookup lookup = new ObjectLookup(this);
    private final Unread unread;
    private final SessionConflicts conflicts = new SessionConflicts(this);
    private Subscription subscription;
    private final SessionReplica replica;
    private Member self;
    private boolean closed;

    SessionCore(SessionOpening opening, OutboxFolder outbox, ProjectSnapshot snapshot, List<ObjectState> states,
            Member self) {
        this.opening = opening;
        this.replica = SessionReplica.of(opening.store());
        this.outbox = outbox;
        this.model = new LiveModel(snapshot.objects());
        this.records = new SessionRecords(states);
        this.local = new LocalState(snapshot.revision(), List.of(model, records.live()));
        this.sender = new Sender(opening.store(), opening.project(), snapshot.revision(), outbox, sync);
        this.writer = new OutboxWriter(outbox, sender);
        this.texts = new SessionTexts(model::find);
        this.stack = new SessionCommandStack(this, new ModelRecorder(model));
        this.domain = ModelDomain.create(model, stack);
        this.presence = new SessionPresence(store(), project(), client());
        this.unread = new Unread(this, new UnreadFile(outbox.folder(), project(), store().member()));
        this.self = self;
    }

    /** Shows and sends what was left unsent, and begins to follow the store. */
    void start(List<ChangeSet> waiting) throws StoreException {
        locked(sync::begin);
        waiting.forEach(local::add);
        waiting.forEach(sender::send);
        subscription = store().subscribe(project(), sync);
        sender.start();
        presence.start(SessionPresence.BEAT);
        replica.watch(() -> onModel(this::changedState));
        locked(unread::start);
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

    SessionReplica replica() {
        return replica;
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

    UndoHistory history() {
        return history;
    }

    ObjectLookup lookup() {
        return lookup;
    }

    SessionConflicts conflicts() {
        return conflicts;
    }

    Unread unread() {
        return unread;
    }

    OutboxWriter writer() {
        return writer;
    }

    Sender sender() {
        return sender;
    }

    ReadThread reads() {
        return reads;
    }

    SessionSync sync() {
        return sync;
    }

    Member self() {
        return self;
    }

    SessionPresence presence() {
        return presence;
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

    /** A command that the model shows already. */
    void executed(String label, List<Change> changes) {
        ChangeSet set = newSet(label, changes);
        history.add(set);
        show(set, local.addShown(set, model));
        events.history();
    }

    /** Takes back what a command did to the model before it failed. */
    void takeBack(List<Change> changes) {
        ChangeSet failed = newSet("", changes);
        local.addShown(failed, model);
        local.drop(List.of(failed));
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

    ChangeSet newSet(String label, List<Change> changes) {
        return new ChangeSet(Ids.next(), project(), client(), local.revision(), label, null, changes);
    }

    /** Tells everybody that these objects may be different now. */
    void changed(Set<UUID> objects) {
        moved.signalAll();
        events.changed(objects);
        if (conflicts.isAny(objects)) {
            events.conflicts();
        }
        events.syncState(sync.state());
        stack.changed();
    }

    /** Tells everybody that the queue or the connection changed. */
    void changedState() {
        changed(Set.of());
    }

    /** Colleagues' revisions are in the local state now. */
    void arrived(List<Revision> foreign) {
        if (!foreign.isEmpty()) {
            unread.arrived(foreign);
            events.arrived(foreign);
        }
    }

    /** Asks the store for the own role again. */
    void refreshRole() {
        reads.ask(monitor -> store().members().own(monitor)).whenComplete((now, failure) -> {
            if (failure != null) {
                LOG.debug("the own role was not told: {}", failure.getMessage());
            } else if (!now.equals(self)) {
                self = now;
                events.role();
            }
        });
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
        reads.close();
        presence.close(locked(sync::isReachable));
        if (subscription != null) {
            subscription.close();
        }
        writer.close();
        sender.close(PATIENCE);
        outbox.close();
        locked(() -> closed = true);
    }
}
