package org.hubmark.app;

import java.util.OptionalLong;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.StoreService;
import org.hubmark.ui.Services;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.team.ConnectDialog;
import org.hubmark.ui.team.ConnectWizard;
import org.hubmark.ui.team.CopyProject;
import org.hubmark.ui.team.Passwords;
import org.hubmark.ui.team.ServerMemory;
import org.hubmark.ui.team.ServerOpener;
import org.hubmark.ui.team.ServerTarget;

/** File › Publish to team server… */
public final class PublishHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        projects().session().ifPresent(session -> publish(window, session));
        return null;
    }

    private static void publish(IWorkbenchWindow window, Session session) {
        IWorkbench workbench = window.getWorkbench();
        ServerMemory memory = workbench.getService(ServerMemory.class);
        Passwords passwords = workbench.getService(Passwords.class);
        StoreService stores = new Services().one(StoreService.class);
        ConnectWizard wizard = new ConnectWizard(stores, memory, passwords,
                new ProjectInfo(session.projectId(), session.project().getName(), session.revision()));
        new ConnectDialog(window.getShell(), wizard).open();
        wizard.result().ifPresent(place -> start(window, session, place, new ServerOpener(stores, memory, passwords)));
    }

    private static void start(IWorkbenchWindow window, Session session, ServerProject place, ServerOpener opener) {
        new CopyProject(session, new ServerTarget(place, opener), () -> new ProjectSwitch(window).to(place))
                .start(OptionalLong.empty());
    }

    private static ProjectService projects() {
        return PlatformUI.getWorkbench().getService(ProjectService.class);
    }

    @Override
    public boolean isEnabled() {
        return projects() != null && projects().session().isPresent();
    }
}
