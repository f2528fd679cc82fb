package org.hubmark.ui.element;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.part.EditorPart;
import org.hubmark.core.session.Session;
import org.hubmark.ui.ObjectInput;
import org.hubmark.ui.Selections;
import org.hubmark.ui.project.ProjectPage;
import org.hubmark.ui.project.ProjectService;

/** The form of one element. Every edit is a step for undo at once, so there is nothing to save. */
public final class ElementEditor extends EditorPart {

    private final Selections selections = new Selections();
    private ElementForm form;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        getSite().setSelectionProvider(selections);
        new ProjectPage(parent, getSite().getService(ProjectService.class), this::createContent);
    }

    private Control createContent(Composite parent, Session session) {
        ElementForm made = new ElementForm(parent, session, ((ObjectInput) getEditorInput()).id(), selections,
                this::setPartName);
        form = made;
        made.control().addDisposeListener(e -> form = form == made ? null : form);
        return made.control();
    }

    @Override
    public void setFocus() {
        if (form != null) {
            form.focus();
        }
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        throw new UnsupportedOperationException("never dirty");
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException("not allowed");
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
