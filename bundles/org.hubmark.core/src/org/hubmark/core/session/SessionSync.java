package org.hubmark.core.session;

import java.util.List;
import java.util.UUID;

import org.hubmark.core.store.Presence;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreListener;

/** What the sender reports and the store tells, brought into the local state on the model thread. */
final class SessionSync implements Sender.Reports, StoreListener {

    private final SessionCore core;
    private String problem;
    private SyncState.Remedy remedy = SyncState.Remedy.NONE;

    SessionSync(SessionCore core) {
        this.core = core;
    }

    @Override
    public void revision(long newest) {
        core.sender().signal();
    }

    @Override
    public void present(List<Presence> all) {
        core.presence().heard(all);
        core.onModel(core.events()::present);
    }

    @Override
    public void fetched(List<Revision> revisions) {
        core.onModel(() -> {
            LocalState.Arrival arrival = core.local().arrive(revisions);
            arrival.foreign().forEach(core.history()::block);
            core.changed(arrival.objects());
            core.events().history();
            core.arrived(arrival.foreign());
        });
    }

    @Override
    public void accepted(UUID changeSet, long revision) {
        core.onModel(() -> {
            if (!core.local().acknowledge(changeSet, revision)) {
                core.sender().signal();
            }
            core.changedState();
        });
    }

    @Override
    public void rejected(UUID changeSet, Obstacle obstacle) {
        core.onModel(() -> core.conflicts().refused(changeSet, obstacle));
    }

    /** Before anything is reported: the store may be away from the beginning. */
    void begin() {
        note(core.replica().problem());
    }

    private void note(Exception now) {
        problem = now == null ? null : now.getMessage() == null ? now.toString() : now.getMessage();
        remedy = now instanceof StoreException why && core.replica().store() != null ? SyncState.Remedy.of(why)
                : SyncState.Remedy.NONE;
    }

    @Override
    public void reachable(Exception newProblem) {
        core.onModel(() -> {
            boolean back = problem != null && newProblem == null;
            note(newProblem);
            core.changedState();
            core.events().present();
            if (back) {
                core.refreshRole();
            }
        });
    }

    boolean isReachable() {
        return problem == null;
    }

    SyncState state() {
        int waiting = core.local().waiting();
        SyncState.Kind kind = waiting == 0 ? SyncState.Kind.SYNCED : SyncState.Kind.WAITING;
        return new SyncState(problem == null ? kind : SyncState.Kind.OFFLINE, waiting, core.local().revision(),
                problem, remedy, core.replica().state());
    }
}
