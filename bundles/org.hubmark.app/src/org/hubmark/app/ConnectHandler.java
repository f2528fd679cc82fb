package org.hubmark.app;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.store.StoreService;
import org.hubmark.ui.Services;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.team.ConnectDialog;
import org.hubmark.ui.team.ConnectWizard;
import org.hubmark.ui.team.Passwords;
import org.hubmark.ui.team.ServerMemory;

/** File › Connect to team server… */
public final class ConnectHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        IWorkbench workbench = window.getWorkbench();
        ConnectWizard wizard = new ConnectWizard(new Services().one(StoreService.class),
                workbench.getService(ServerMemory.class), workbench.getService(Passwords.class));
        if (workbench.getService(ProjectService.class).place() instanceof ServerProject here) {
            wizard.propose(here);
        }
        new ConnectDialog(window.getShell(), wizard).open();
        wizard.result().ifPresent(place -> new ProjectSwitch(window).to(place));
        return null;
    }
}
