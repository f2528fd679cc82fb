package org.hubmark.app;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hubmark.core.nls.Messages;
import org.hubmark.ui.NameDialog;

/** File › New project… */
public final class NewProjectHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Messages messages = Messages.of(NewProjectHandler.class);
        NameDialog dialog = new NameDialog(HandlerUtil.getActiveShell(event), messages.get("project.new"),
                messages.get("project.name"), "", FolderName::problem);
        if (dialog.open() == Window.OK) {
            new ProjectSwitch(HandlerUtil.getActiveWorkbenchWindow(event)).to(dialog.name());
        }
        return null;
    }
}
