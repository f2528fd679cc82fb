package org.hubmark.ui;

import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.ui.project.ProjectService;

/**
 * Edit › Undo and, made with the argument {@code redo}, Edit › Redo: takes the last own step back, shows what changed,
 * or says why a step can't be taken back.
 */
public final class UndoHandler extends AbstractHandler implements IElementUpdater, IExecutableExtension {

    private final Messages messages = Messages.of(UndoHandler.class);
    private boolean redo;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        redo = "redo".equals(data);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        session().filter(this::possible).ifPresent(session -> {
            Optional<String> refusal = redo ? session.redo() : session.undo();
            if (refusal.isPresent()) {
                Errors.refused(messages.get("undo.refused", refusal.get()));
            } else {
                new Reveal(session).show(session.lastUndone());
            }
        });
        return null;
    }

    @Override
    public boolean isEnabled() {
        return Rights.mayEdit() && session().filter(this::possible).isPresent();
    }

    private boolean possible(Session session) {
        return redo ? session.canRedo() : session.canUndo();
    }

    private static Optional<Session> session() {
        return Optional.ofNullable(PlatformUI.getWorkbench().getService(ProjectService.class))
                .flatMap(ProjectService::session);
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        String step = session().filter(this::possible).map(s -> redo ? s.redoLabel() : s.undoLabel()).orElse(null);
        String text = redo ? messages.get("undo.redo") : messages.get("undo.undo");
        element.setText(step == null ? text : messages.get("undo.step", text, step));
    }
}
