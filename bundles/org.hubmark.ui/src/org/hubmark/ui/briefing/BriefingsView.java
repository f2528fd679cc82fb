package org.hubmark.ui.briefing;

import java.util.List;
import java.util.UUID;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.part.ViewPart;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.change.Change;
import org.hubmark.core.command.BriefingCommands;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.ui.DialogLabels;
import org.hubmark.ui.Errors;
import org.hubmark.ui.Losses;
import org.hubmark.ui.PartHandler;
import org.hubmark.ui.Parts;
import org.hubmark.ui.Selections;
import org.hubmark.ui.project.ProjectPage;
import org.hubmark.ui.project.ProjectService;

/** The briefings of the project. Files dropped on it are imported. Display thread. */
public final class BriefingsView extends ViewPart {

    private final Selections selections = new Selections();
    private final Messages messages = Messages.of(BriefingsView.class);
    private BriefingsPage page;

    @Override
    public void createPartControl(Composite parent) {
        getSite().setSelectionProvider(selections);
        PartHandler.bind(getSite(), "org.hubmark.ui.briefing.open", this::open, () -> selected() != null);
        PartHandler.bindDelete(getSite(), this::delete, () -> selected() != null);
        new ProjectPage(parent, getSite().getService(ProjectService.class), this::createContent);
    }

    private Control createContent(Composite parent, Session session) {
        BriefingsPage made = new BriefingsPage(parent, session, selections);
        page = made;
        made.control().addDisposeListener(e -> page = page == made ? null : page);
        made.viewer().addDoubleClickListener(e -> open());
        MenuManager menu = new MenuManager();
        made.viewer().getTable().setMenu(menu.createContextMenu(made.viewer().getTable()));
        getSite().registerContextMenu(menu, selections);
        return made.control();
    }

    private Briefing selected() {
        return page != null && selections.getSelection() instanceof IStructuredSelection s
                && s.getFirstElement() instanceof Briefing briefing ? briefing : null;
    }

    private void open() {
        Briefing briefing = selected();
        if (briefing != null) {
            List<Edition> editions = page.session().editions(briefing.id());
            if (!editions.isEmpty()) {
                Parts.openBriefing(getSite().getPage(), editions.getLast().id(), briefing.title());
            }
        }
    }

    /** What goes with the briefing is only known when the store was asked, so that comes before the question. */
    private void delete() {
        Briefing briefing = selected();
        Session session = page.session();
        BriefingCommands.delete(session, briefing.id()).whenComplete((changes, failure) -> {
            if (failure != null) {
                Errors.show(messages.get("briefings.delete.failed"), failure);
            } else {
                // a question that waits for the user would keep the session waiting, too
                getSite().getShell().getDisplay().asyncExec(() -> delete(session, briefing, changes));
            }
        });
    }

    private void delete(Session session, Briefing briefing, List<Change> changes) {
        Losses losses = Losses.of(changes);
        if (DialogLabels.confirm(getSite().getShell(), messages.get("briefings.delete"),
                messages.get("briefings.delete.ask", briefing.title(), losses.passages(), losses.evidence()))) {
            List<Edition> editions = session.editions(briefing.id());
            session.execute(messages.get("briefings.delete"), changes);
            editions.forEach(edition -> Parts.closeBriefing(getSite().getPage(), edition.id()));
        }
    }

    @Override
    public void setFocus() {
        if (page != null) {
            page.viewer().getTable().setFocus();
        }
    }

    /** The ids of the briefings shown, in their order. */
    public List<UUID> shown() {
        return page == null ? List.of() : page.shown();
    }
}
