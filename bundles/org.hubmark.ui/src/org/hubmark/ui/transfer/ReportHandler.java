package org.hubmark.ui.transfer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hubmark.ui.project.ProjectService;

/** File › Evidence report… */
public final class ReportHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        PlatformUI.getWorkbench().getService(ProjectService.class).session().ifPresent(session -> {
            ReportDialog dialog = new ReportDialog(HandlerUtil.getActiveShell(event), session);
            if (dialog.open() == Window.OK) {
                new WriteReport(session).start(dialog.options(), dialog.file());
            }
        });
        return null;
    }

    @Override
    public boolean isEnabled() {
        ProjectService service = PlatformUI.getWorkbench().getService(ProjectService.class);
        return service != null && service.session().isPresent();
    }
}
