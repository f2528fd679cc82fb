package org.hubmark.ui;

import java.util.function.BooleanSupplier;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.handlers.IHandlerService;

/** Lets a part answer a command with one of its methods, for as long as the part lives. */
public final class PartHandler extends AbstractHandler {

    private final Runnable action;
    private final BooleanSupplier possible;

    private PartHandler(Runnable action, BooleanSupplier possible) {
        this.action = action;
        this.possible = possible;
    }

    /** The part answers the command whenever {@code possible}. */
    public static void bind(IWorkbenchSite site, String command, Runnable action, BooleanSupplier possible) {
        site.getService(IHandlerService.class).activateHandler(command, new PartHandler(action, possible));
    }

    /** The same for a command that changes something, which a reader may not. */
    public static void bindEdit(IWorkbenchSite site, String command, Runnable action, BooleanSupplier possible) {
        bind(site, command, action, () -> Rights.mayEdit() && possible.getAsBoolean());
    }

    /** Edit › Delete and its key; not while a field is being typed into, for there the key belongs to the text. */
    public static void bindDelete(IWorkbenchSite site, Runnable action, BooleanSupplier possible) {
        bindEdit(site, "org.eclipse.ui.edit.delete", action, () -> possible.getAsBoolean()
                && !(site.getShell().getDisplay().getFocusControl() instanceof Text));
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (isEnabled()) {
            action.run();
        }
        return null;
    }

    @Override
    public boolean isEnabled() {
        return possible.getAsBoolean();
    }
}
