package org.hubmark.ui.project;

import org.hubmark.core.session.Session;

/** Shows another session in the window for the time of a test, over whatever store it is. Display thread. */
public final class OpenedProject implements AutoCloseable {

    private final ProjectService projects;
    private final ProjectState before;

    public OpenedProject(ProjectService projects, Session session) {
        this.projects = projects;
        before = projects.state();
        show(session);
    }

    /** Shows it (again): all parts are made anew. */
    public void show(Session session) {
        projects.become(new ProjectState.Closed());
        projects.become(new ProjectState.Open(session));
    }

    /** The window shows what it showed before. */
    @Override
    public void close() {
        projects.become(new ProjectState.Closed());
        projects.become(before);
    }
}
