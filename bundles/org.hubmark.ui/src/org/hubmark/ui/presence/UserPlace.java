package org.hubmark.ui.presence;

import java.util.UUID;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.hubmark.core.store.Presence.Place;
import org.hubmark.ui.ObjectInput;
import org.hubmark.ui.briefing.PassageSelection;
import org.hubmark.ui.project.ProjectListener;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.project.ProjectState;

/**
 * Tells the session where its user is: in which edition or element, at which passage. The session waits a moment before
 * it tells colleagues. Display thread.
 */
public final class UserPlace implements ProjectListener, IPartListener2, ISelectionListener {

    private final IWorkbenchWindow window;
    private final ProjectService projects;
    private UUID passage;

    public UserPlace(IWorkbenchWindow window, ProjectService projects) {
        this.window = window;
        this.projects = projects;
    }

    public void start() {
        window.getPartService().addPartListener(this);
        window.getSelectionService().addPostSelectionListener(this);
        projects.addListener(this);
        tell();
    }

    public void stop() {
        window.getPartService().removePartListener(this);
        window.getSelectionService().removePostSelectionListener(this);
        projects.removeListener(this);
    }

    private void tell() {
        projects.session().ifPresent(session -> session.team().moveTo(place()));
    }

    /** The editor in front counts, even while a view beside it has the focus. */
    private Place place() {
        IWorkbenchPage page = window.getActivePage();
        IEditorPart editor = page == null ? null : page.getActiveEditor();
        return editor != null && editor.getEditorInput() instanceof ObjectInput input ? new Place(input.id(), passage)
                : Place.ANYWHERE;
    }

    @Override
    public void projectChanged(ProjectState state) {
        tell();
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        if (part instanceof IEditorPart) {
            passage = selection instanceof IStructuredSelection s
                    && s.getFirstElement() instanceof PassageSelection selected ? selected.passage() : null;
            tell();
        }
    }

    @Override
    public void partActivated(IWorkbenchPartReference part) {
        partBroughtToTop(part);
    }

    @Override
    public void partBroughtToTop(IWorkbenchPartReference part) {
        if (part.getPart(false) instanceof IEditorPart editor) {
            selectionChanged(editor, editor.getSite().getSelectionProvider() == null ? null
                    : editor.getSite().getSelectionProvider().getSelection());
        }
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
        if (window.getActivePage() == null || window.getActivePage().getActiveEditor() == null) {
            passage = null;
            tell();
        }
    }
}
