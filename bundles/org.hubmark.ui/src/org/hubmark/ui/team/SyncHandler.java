package org.hubmark.ui.team;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SyncState;
import org.hubmark.ui.project.ProjectService;

/** File › Synchronisation…, and a click on the state in the status line. */
public final class SyncHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        ProjectService projects = PlatformUI.getWorkbench().getService(ProjectService.class);
        Passwords passwords = PlatformUI.getWorkbench().getService(Passwords.class);
        projects.session()
                .ifPresent(session -> show(HandlerUtil.getActiveShell(event), projects, session, passwords));
        return null;
    }

    /** Where only a password is missing, that is what is asked for. */
    static void show(Shell shell, ProjectService projects, Session session, Passwords passwords) {
        SyncState state = session.syncState();
        if (state.remedy() != SyncState.Remedy.SIGN_IN || !(projects.place() instanceof ServerProject place)) {
            new SyncDialog(shell, session, () -> projects.open(projects.place())).open();
            return;
        }
        if (new PasswordDialog(shell, place, passwords, state.message()).open() == Window.OK) {
            session.tryAgain();
        }
    }

    @Override
    public boolean isEnabled() {
        ProjectService projects = PlatformUI.getWorkbench().getService(ProjectService.class);
        return projects != null && projects.session().isPresent();
    }
}
