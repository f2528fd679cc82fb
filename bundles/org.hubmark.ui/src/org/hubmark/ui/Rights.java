package org.hubmark.ui;

import org.eclipse.ui.PlatformUI;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.Role;
import org.hubmark.ui.project.ProjectService;

/**
 * What a member may do, so that nothing is offered that the database would refuse. It refuses all the same. Display
 * thread.
 */
public final class Rights {

    private Rights() {
    }

    /** Whether the member of a session may change anything. */
    public static boolean mayEdit(Session session) {
        return session.role().atLeast(Role.ANALYST);
    }

    /** Whether there is a project that is open and may be changed. */
    public static boolean mayEdit() {
        ProjectService projects = PlatformUI.getWorkbench().getService(ProjectService.class);
        return projects != null && projects.session().filter(Rights::mayEdit).isPresent();
    }
}
