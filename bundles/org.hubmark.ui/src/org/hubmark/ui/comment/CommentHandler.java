package org.hubmark.ui.comment;

import java.util.UUID;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hubmark.ui.Parts;
import org.hubmark.ui.Selections;
import org.hubmark.ui.briefing.BriefingEditor;

/** Opens the Comments view to write on what is selected; a selection of text becomes a passage first. */
public final class CommentHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        UUID object = object(page);
        if (object != null && Parts.show(page, Parts.COMMENTS) instanceof CommentsView view) {
            view.write(object);
        }
        return null;
    }

    private static UUID object(IWorkbenchPage page) {
        return page.getActivePart() instanceof BriefingEditor editor ? editor.markTarget().orElse(null)
                : Selections.object(page.getSelection());
    }

    @Override
    public boolean isEnabled() {
        return Parts.current().filter(page -> page.getActivePart() instanceof BriefingEditor editor
                ? editor.hasTarget() : Selections.object(page.getSelection()) != null).isPresent();
    }
}
