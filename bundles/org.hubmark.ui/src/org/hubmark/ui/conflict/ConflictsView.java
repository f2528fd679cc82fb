package org.hubmark.ui.conflict;

import java.util.List;
import java.util.UUID;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.ui.PartHandler;
import org.hubmark.ui.Parts;
import org.hubmark.ui.Reveal;
import org.hubmark.ui.Selections;
import org.hubmark.ui.project.ProjectPage;
import org.hubmark.ui.project.ProjectService;

/** What two people's work left to decide; the number of open ones is in its tab. Display thread. */
public final class ConflictsView extends ViewPart implements Parts.Revealing {

    private final Selections selections = new Selections();
    private final Messages messages = Messages.of(ConflictsView.class);
    private ConflictsPage page;
    private int open;

    @Override
    public void createPartControl(Composite parent) {
        getSite().setSelectionProvider(selections);
        PartHandler.bind(getSite(), "org.hubmark.ui.conflict.open", () -> page.open(), () -> page != null
                && page.canOpen());
        new ProjectPage(parent, getSite().getService(ProjectService.class), this::createContent);
    }

    private Control createContent(Composite parent, Session session) {
        count(0);
        ConflictsPage made = new ConflictsPage(parent, session, selections,
                item -> new Reveal(session).open(item.object()), this::count);
        page = made;
        made.control().addDisposeListener(e -> page = page == made ? null : page);
        MenuManager menu = new MenuManager();
        made.viewer().getTable().setMenu(menu.createContextMenu(made.viewer().getTable()));
        getSite().registerContextMenu(menu, selections);
        return made.control();
    }

    /** More than before are told of by a bold tab, too, as long as it is not looked at. */
    private void count(int now) {
        setPartName(now == 0 ? messages.get("conflicts.tab") : messages.get("conflicts.tab.open", now));
        if (now > open) {
            getSite().getService(IWorkbenchSiteProgressService.class).warnOfContentChange();
        }
        open = now;
    }

    @Override
    public void reveal(UUID conflict) {
        if (page != null) {
            page.reveal(conflict);
        }
    }

    /** What is listed now. */
    public List<ConflictView> shown() {
        return page == null ? List.of() : page.listed();
    }

    @Override
    public void setFocus() {
        if (page != null) {
            page.viewer().getTable().setFocus();
        }
    }
}
