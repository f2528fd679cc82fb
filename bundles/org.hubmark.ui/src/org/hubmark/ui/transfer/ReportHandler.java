package org.hubmark.ui.transfer;

import java.util.OptionalLong;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hubmark.ui.project.ProjectService;

/** File › Evidence report… */
public final class ReportHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        PlatformUI.getWorkbench().getService(ProjectService.class).session().ifPresent(session ->
                new WriteReport(session).ask(HandlerUtil.getActiveShell(event), OptionalLong.empty()));
        return null;
    }

    @Override
    public boolean isEnabled() {
        ProjectService service = PlatformUI.getWorkbench().getService(ProjectService.class);
        return service != null && service.session().isPresent();
    }
}
