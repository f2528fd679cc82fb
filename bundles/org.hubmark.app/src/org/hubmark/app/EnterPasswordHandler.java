package org.hubmark.app;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.project.ProjectState;

/** Asks again for the password without which the project can't be opened. */
public final class EnterPasswordHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        new PasswordQuestion(HandlerUtil.getActiveWorkbenchWindow(event)).ask();
        return null;
    }

    @Override
    public boolean isEnabled() {
        ProjectService service = PlatformUI.getWorkbench().getService(ProjectService.class);
        return service != null && service.state() instanceof ProjectState.Failed failed && failed.password();
    }
}
