package org.hubmark.ui.codebook;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.part.ViewPart;
import org.hubmark.core.session.Session;
import org.hubmark.model.Code;
import org.hubmark.ui.PartHandler;
import org.hubmark.ui.Selections;
import org.hubmark.ui.model.Names;
import org.hubmark.ui.project.ProjectPage;
import org.hubmark.ui.project.ProjectService;

/** The codebook: drag a code onto a selection in a briefing to apply it. Display thread. */
public final class CodesView extends ViewPart {

    private final Selections selections = new Selections();
    private final Names names = Names.ofUser();
    private CodesPage page;

    @Override
    public void createPartControl(Composite parent) {
        getSite().setSelectionProvider(selections);
        PartHandler.bindEdit(getSite(), "org.hubmark.ui.code.new", () -> edits().create(code()), () -> page != null);
        onCode("org.hubmark.ui.code.rename", () -> edits().rename(code()));
        onCode("org.hubmark.ui.code.recolour", () -> edits().recolour(code()));
        onCode("org.hubmark.ui.code.merge", () -> edits().merge(code()));
        PartHandler.bindDelete(getSite(), () -> edits().delete(code()), () -> code() != null);
        new ProjectPage(parent, getSite().getService(ProjectService.class), this::createContent);
    }

    private void onCode(String command, Runnable action) {
        PartHandler.bindEdit(getSite(), command, action, () -> code() != null);
    }

    private CodeEdits edits() {
        return new CodeEdits(page.session(), names, getSite().getShell());
    }

    private Code code() {
        return page != null && selections.getSelection() instanceof IStructuredSelection s
                && s.getFirstElement() instanceof Code code ? code : null;
    }

    private Control createContent(Composite parent, Session session) {
        CodesPage made = new CodesPage(parent, session, names, selections);
        page = made;
        made.control().addDisposeListener(e -> page = page == made ? null : page);
        MenuManager menu = new MenuManager();
        made.viewer().getTree().setMenu(menu.createContextMenu(made.viewer().getTree()));
        getSite().registerContextMenu(menu, selections);
        return made.control();
    }

    @Override
    public void setFocus() {
        if (page != null) {
            page.viewer().getTree().setFocus();
        }
    }
}
