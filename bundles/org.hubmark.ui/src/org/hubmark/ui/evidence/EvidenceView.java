package org.hubmark.ui.evidence;

import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.command.EvidenceCommands;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.EvidenceItem;
import org.hubmark.core.session.Session;
import org.hubmark.ui.PartHandler;
import org.hubmark.ui.Parts;
import org.hubmark.ui.Selections;
import org.hubmark.ui.briefing.PassageSelection;
import org.hubmark.ui.project.ProjectPage;
import org.hubmark.ui.project.ProjectService;

/** The evidence for the selected element, or that the selected passage gives. Double click jumps into the text. */
public final class EvidenceView extends ViewPart {

    private final Selections selections = new Selections();
    private final ISelectionListener follower = this::follow;
    private final Messages messages = Messages.of(EvidenceView.class);
    private EvidencePage page;

    @Override
    public void createPartControl(Composite parent) {
        getSite().setSelectionProvider(selections);
        PartHandler.bind(getSite(), "org.hubmark.ui.evidence.open", this::jump, () -> item() != null);
        PartHandler.bindDelete(getSite(), this::unlink, () -> item() != null);
        bind("org.hubmark.ui.passage.supports", Stance.SUPPORTS);
        bind("org.hubmark.ui.passage.contradicts", Stance.CONTRADICTS);
        bind("org.hubmark.ui.passage.mentions", Stance.MENTIONS);
        new ProjectPage(parent, getSite().getService(ProjectService.class), this::createContent);
        getSite().getPage().addSelectionListener(follower);
        follow(getSite().getPage().getActivePart(), getSite().getPage().getSelection());
    }

    private void bind(String command, Stance stance) {
        PartHandler.bindEdit(getSite(), command, () -> page.session().execute(messages.get("evidence.stance"),
                EvidenceCommands.stance(item().evidence(), stance)), () -> item() != null);
    }

    private Control createContent(Composite parent, Session session) {
        EvidencePage made = new EvidencePage(parent, session, selections);
        page = made;
        made.control().addDisposeListener(e -> page = page == made ? null : page);
        made.onOpen(this::jump);
        MenuManager menu = new MenuManager();
        made.viewer().getTable().setMenu(menu.createContextMenu(made.viewer().getTable()));
        getSite().registerContextMenu(menu, selections);
        return made.control();
    }

    private void follow(IWorkbenchPart part, ISelection selection) {
        if (part == this || page == null || !(selection instanceof IStructuredSelection structured)) {
            return;
        }
        switch (structured.getFirstElement()) {
            case PassageSelection passage -> page.showPassage(passage);
            case EObject object -> page.showTarget(object);
            case null, default -> {
                // what is shown stays until something with evidence is selected
            }
        }
    }

    private EvidenceItem item() {
        return page != null && selections.getSelection() instanceof IStructuredSelection s
                && s.getFirstElement() instanceof EvidenceItem item ? item : null;
    }

    private void jump() {
        EvidenceItem item = item();
        if (item != null) {
            Parts.openPassage(getSite().getPage(), item.edition().id(), item.briefing().title(), item.passage().id());
        }
    }

    private void unlink() {
        EvidenceItem item = item();
        if (item != null) {
            page.session().execute(messages.get("evidence.unlink"), EvidenceCommands.unlink(item.evidence()));
        }
    }

    /** What is listed now. */
    public List<EvidenceItem> shown() {
        return page == null ? List.of() : page.shown();
    }

    @Override
    public void setFocus() {
        if (page != null) {
            page.viewer().getTable().setFocus();
        }
    }

    @Override
    public void dispose() {
        getSite().getPage().removeSelectionListener(follower);
        super.dispose();
    }
}
