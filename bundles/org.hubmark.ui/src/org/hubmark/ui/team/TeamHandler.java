package org.hubmark.ui.team;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.session.Session;
import org.hubmark.ui.project.ProjectService;

/** A command for a project on a team server, while it is open. */
abstract class TeamHandler extends AbstractHandler {

    abstract void run(Shell shell, ServerProject place, Session session);

    @Override
    public Object execute(ExecutionEvent event) {
        if (projects() != null && projects().place() instanceof ServerProject place) {
            projects().session().ifPresent(session -> run(HandlerUtil.getActiveShell(event), place, session));
        }
        return null;
    }

    @Override
    public boolean isEnabled() {
        return projects() != null && projects().place() instanceof ServerProject && projects().session().isPresent();
    }

    final ProjectService projects() {
        return PlatformUI.getWorkbench().getService(ProjectService.class);
    }

    final OwnPassword ownPassword() {
        return new OwnPassword(projects(), PlatformUI.getWorkbench().getService(Passwords.class));
    }
}
