package org.hubmark.app;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hubmark.core.nls.Messages;
import org.hubmark.ui.NameDialog;

/** File › New project… */
public final class NewProjectHandler extends AbstractHandler {

    private static final String FORBIDDEN = "[\\\\/:*?\"<>|\\p{Cntrl}]";

    @Override
    public Object execute(ExecutionEvent event) {
        Messages messages = Messages.of(NewProjectHandler.class);
        NameDialog dialog = new NameDialog(HandlerUtil.getActiveShell(event), messages.get("project.new"),
                messages.get("project.name"), "", name -> problem(messages, name));
        if (dialog.open() == Window.OK) {
            new ProjectSwitch(HandlerUtil.getActiveWorkbenchWindow(event)).to(dialog.name());
        }
        return null;
    }

    /** The name of a project is that of its folder. An empty answer disables OK without a message. */
    private static String problem(Messages messages, String name) {
        if (name.isBlank()) {
            return "";
        }
        boolean allowed = name.equals(name.replaceAll(FORBIDDEN, "")) && !name.strip().startsWith(".");
        return allowed ? null : messages.get("project.forbidden");
    }
}
