package org.hubmark.ui.activity;

import java.util.UUID;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hubmark.ui.Parts;
import org.hubmark.ui.Selections;

/** Lists, in the Activity view, all that ever changed the selected object. */
public final class HistoryHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        UUID object = Selections.object(HandlerUtil.getCurrentSelection(event));
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        if (object != null && Parts.show(page, Parts.ACTIVITY) instanceof ActivityView view) {
            view.history(object);
        }
        return null;
    }

    @Override
    public boolean isEnabled() {
        return Parts.current().filter(page -> Selections.object(page.getSelection()) != null).isPresent();
    }
}
