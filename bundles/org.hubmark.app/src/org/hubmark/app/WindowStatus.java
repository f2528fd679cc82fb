package org.hubmark.app;

import java.util.Set;
import java.util.UUID;

import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.services.IEvaluationService;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.session.Rejection;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.session.SyncState;
import org.hubmark.ui.Coalescer;
import org.hubmark.ui.Errors;
import org.hubmark.ui.Icons;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.project.ProjectState;
import org.hubmark.ui.team.ReplicaText;

/** Keeps title and status line of a window up to date with its project. Display thread. */
final class WindowStatus implements SessionListener {

    private final IWorkbenchWindowConfigurer window;
    private final ProjectService projects;
    private final Messages messages = Messages.of(WindowStatus.class);
    private Coalescer tools;
    private final OpenSession open;

    WindowStatus(IWorkbenchWindowConfigurer window, ProjectService projects) {
        this.window = window;
        this.projects = projects;
        open = new OpenSession(projects, this, this::show);
    }

    void start() {
        tools = new Coalescer(window.getWindow().getShell(), this::askTools);
        open.follow();
    }

    void stop() {
        open.leave();
    }

    private void show(ProjectState state) {
        switch (state) {
            case ProjectState.Open(Session session) -> syncStateChanged(session.syncState());
            case ProjectState.Opening() -> say(Icons.WAITING, messages.get("sync.opening"), "");
            case ProjectState.Failed failed ->
                say(Icons.OFFLINE, messages.get("sync.failed"), failed.message());
            case ProjectState.Closed() -> say(Icons.OFFLINE, messages.get("sync.closed"), "");
        }
        title();
        tools.signal();
    }

    @Override
    public void changed(Set<UUID> objects) {
        tools.signal();
    }

    @Override
    public void roleChanged() {
        tools.signal();
    }

    /** By itself the platform asks whether a command is possible only after a click. */
    private void askTools() {
        window.getWindow().getService(IEvaluationService.class).requestEvaluation(ProjectService.class.getName());
    }

    @Override
    public void syncStateChanged(SyncState state) {
        String replica = state.replica() == null ? "" : "\n\n" + ReplicaText.of(state.replica());
        switch (state.kind()) {
            case SYNCED -> say(Icons.SYNCED, messages.get("sync.synced"), messages.get("sync.synced.tip",
                    state.revision()) + replica);
            case WAITING -> say(Icons.WAITING, messages.get("sync.waiting", state.waiting()),
                    messages.get("sync.waiting.tip", state.waiting()) + replica);
            case OFFLINE -> say(Icons.OFFLINE, offline(state), messages.get(
                    state.remedy() == SyncState.Remedy.SIGN_IN ? "sync.signIn.tip" : "sync.offline.tip",
                    state.message()) + replica);
        }
        title();
    }

    private String offline(SyncState state) {
        return switch (state.remedy()) {
            case NONE -> messages.get("sync.offline", state.waiting());
            case SIGN_IN -> messages.get("sync.signIn", state.waiting());
            case REOPEN -> messages.get("sync.reopen", state.waiting());
        };
    }

    @Override
    public void rejected(Rejection rejection) {
        Errors.refused(rejection.message());
    }

    private void title() {
        Session session = open.get();
        window.setTitle(session == null ? "Hubmark" : switch (projects.place()) {
            case ProjectFolder folder ->
                messages.get("window.title", session.project().getName(), session.revision());
            case ServerProject server -> messages.get("window.title.server", session.project().getName(),
                    WindowMember.host(server), session.revision());
        });
    }

    private void say(Icons icon, String text, String detail) {
        if (window.getActionBarConfigurer().getStatusLineManager().find(SyncItem.ID) instanceof SyncItem item) {
            item.say(icon, text, detail);
        }
    }
}
