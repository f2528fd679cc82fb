package org.hubmark.app;

import java.util.List;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.session.Session;
import org.hubmark.ui.Parts;
import org.hubmark.ui.project.ProjectListener;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.project.ProjectState;

/** Opens the first briefing when a project is open and the window shows none, so that there is something to look at. */
final class FirstLook implements ProjectListener {

    private final IWorkbenchWindow window;
    private final ProjectService projects;

    FirstLook(IWorkbenchWindow window, ProjectService projects) {
        this.window = window;
        this.projects = projects;
    }

    void start() {
        projects.addListener(this);
        projectChanged(projects.state());
    }

    @Override
    public void projectChanged(ProjectState state) {
        if (state instanceof ProjectState.Open(Session session)) {
            projects.removeListener(this);
            IWorkbenchPage page = window.getActivePage();
            if (page != null && page.getEditorReferences().length == 0) {
                open(page, session);
            }
        }
    }

    private static void open(IWorkbenchPage page, Session session) {
        for (Briefing briefing : session.briefings()) {
            List<Edition> editions = session.editions(briefing.id());
            if (!editions.isEmpty()) {
                Parts.openBriefing(page, editions.getLast().id(), briefing.title());
                return;
            }
        }
    }
}
