package org.hubmark.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.StoreService;
import org.hubmark.ui.Errors;
import org.hubmark.ui.Services;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.team.CopyProject;
import org.hubmark.ui.team.FolderTarget;
import org.hubmark.ui.team.LocalCopyDialog;

/** File › Take a local copy… */
public final class LocalCopyHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        Path data = DataFolder.current();
        CompletableFuture.supplyAsync(new LocalProjects(data)::all).whenComplete((there, failure) -> {
            if (failure != null) {
                Errors.show(Messages.of(LocalCopyHandler.class).get("project.unlisted", data), failure);
            } else {
                window.getShell().getDisplay().asyncExec(() -> projects().session()
                        .ifPresent(session -> ask(window, session, there)));
            }
        });
        return null;
    }

    private static void ask(IWorkbenchWindow window, Session session, List<ProjectFolder> there) {
        LocalCopyDialog dialog = new LocalCopyDialog(window.getShell(), session,
                there.stream().map(ProjectFolder::name).collect(Collectors.toSet()), FolderName::problem);
        if (dialog.open() == Window.OK) {
            ProjectFolder place = ProjectFolder.of(DataFolder.current(), dialog.name());
            new CopyProject(session, new FolderTarget(place, new Services().one(StoreService.class)),
                    () -> new ProjectSwitch(window).to(place)).start(dialog.until());
        }
    }

    private static ProjectService projects() {
        return PlatformUI.getWorkbench().getService(ProjectService.class);
    }

    @Override
    public boolean isEnabled() {
        return projects() != null && projects().session().isPresent();
    }
}
