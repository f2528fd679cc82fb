package org.hubmark.app;

import java.util.function.Consumer;

import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.ui.project.ProjectListener;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.project.ProjectState;

/** The session of the project that is open in a window, for a part of the window that listens to it. Display thread. */
final class OpenSession implements ProjectListener {

    private final ProjectService projects;
    private final SessionListener listener;
    private final Consumer<ProjectState> changed;
    private Session session;

    /**
     * @param listener hears of the session that is open
     * @param changed is told when there is another session or none, after {@link #get} tells which
     */
    OpenSession(ProjectService projects, SessionListener listener, Consumer<ProjectState> changed) {
        this.projects = projects;
        this.listener = listener;
        this.changed = changed;
    }

    void follow() {
        projects.addListener(this);
        projectChanged(projects.state());
    }

    void leave() {
        projects.removeListener(this);
        forget();
    }

    /** Null while none is open. */
    Session get() {
        return session;
    }

    @Override
    public void projectChanged(ProjectState state) {
        forget();
        if (state instanceof ProjectState.Open(Session open)) {
            session = open;
            session.addListener(listener);
        }
        changed.accept(state);
    }

    private void forget() {
        if (session != null) {
            session.removeListener(listener);
            session = null;
        }
    }
}
