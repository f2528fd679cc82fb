package org.hubmark.ui.team;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hubmark.ui.project.ProjectService;

/** File › Synchronisation…, and a click on the state in the status line. */
public final class SyncHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        PlatformUI.getWorkbench().getService(ProjectService.class).session()
                .ifPresent(session -> new SyncDialog(HandlerUtil.getActiveShell(event), session).open());
        return null;
    }

    @Override
    public boolean isEnabled() {
        ProjectService projects = PlatformUI.getWorkbench().getService(ProjectService.class);
        return projects != null && projects.session().isPresent();
    }
}
