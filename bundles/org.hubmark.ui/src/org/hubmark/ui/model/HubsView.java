package org.hubmark.ui.model;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.part.ViewPart;
import org.hubmark.core.change.Change;
import org.hubmark.core.command.ElementCommands;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.model.Element;
import org.hubmark.model.HubmarkPackage;
import org.hubmark.ui.DialogLabels;
import org.hubmark.ui.Errors;
import org.hubmark.ui.Losses;
import org.hubmark.ui.NameDialog;
import org.hubmark.ui.PartHandler;
import org.hubmark.ui.Parts;
import org.hubmark.ui.Selections;
import org.hubmark.ui.project.ProjectPage;
import org.hubmark.ui.project.ProjectService;

/** The hub model as a tree with a search field. Display thread. */
public final class HubsView extends ViewPart {

    private final Selections selections = new Selections();
    private final Names names = Names.ofUser();
    private final Messages messages = Messages.of(HubsView.class);
    private HubsPage page;

    @Override
    public void createPartControl(Composite parent) {
        getSite().setSelectionProvider(selections);
        PartHandler.bindEdit(getSite(), "org.hubmark.ui.element.new", this::create, () -> page != null);
        PartHandler.bind(getSite(), "org.hubmark.ui.element.open", this::open, () -> element() != null);
        PartHandler.bindEdit(getSite(), "org.hubmark.ui.element.rename", this::rename, () -> element() != null);
        PartHandler.bindDelete(getSite(), this::delete, () -> element() != null);
        new ProjectPage(parent, getSite().getService(ProjectService.class), this::createContent);
    }

    private Control createContent(Composite parent, Session session) {
        HubsPage made = new HubsPage(parent, session, names, selections);
        page = made;
        made.control().addDisposeListener(e -> page = page == made ? null : page);
        made.onOpen(this::open);
        MenuManager menu = new MenuManager();
        made.viewer().getTree().setMenu(menu.createContextMenu(made.viewer().getTree()));
        getSite().registerContextMenu(menu, selections);
        return made.control();
    }

    private Element element() {
        return page != null && selections.getSelection() instanceof IStructuredSelection s
                && s.getFirstElement() instanceof Element element ? element : null;
    }

    private void open() {
        Element element = element();
        if (element != null) {
            Parts.openElement(getSite().getPage(), Session.id(element), names.of(element));
        }
    }

    private void create() {
        NewElementDialog dialog = new NewElementDialog(getSite().getShell(), page.session(), names);
        if (element() != null) {
            dialog.propose(element().eClass().getName(), "");
        }
        if (dialog.open() == Dialog.OK) {
            NewElement made = dialog.result();
            Session session = page.session();
            session.execute(messages.get("hubs.new", names.singular(type(session, made))), made.changes());
            page.reveal(made.id());
        }
    }

    private static String type(Session session, NewElement made) {
        return made.changes().stream().filter(c -> c.object().equals(made.id()))
                .map(c -> ((Change.Create) c).state().type()).findFirst().orElseThrow();
    }

    private void rename() {
        Element element = element();
        boolean chinese = Messages.isChinese(messages.locale());
        String old = chinese ? element.getNameZh() : element.getNameEn();
        NameDialog dialog = new NameDialog(getSite().getShell(),
                messages.get("hubs.rename", names.singular(element.eClass().getName())),
                        messages.get("hubs.rename.name"),
                old == null ? names.of(element) : old, null);
        if (dialog.open() == Dialog.OK) {
            new FeatureEdit(page.session().editingDomain(), element).set(
                    chinese ? HubmarkPackage.Literals.ELEMENT__NAME_ZH
                            : HubmarkPackage.Literals.ELEMENT__NAME_EN, dialog.name());
        }
    }

    /** What goes with the element is only known when the store was asked, so that comes before the question. */
    private void delete() {
        Element element = element();
        Session session = page.session();
        ElementCommands.delete(session, Set.of(Session.id(element))).whenComplete((changes, failure) -> {
            if (failure != null) {
                Errors.show(messages.get("hubs.delete.failed"), failure);
            } else {
                // a question that waits for the user would keep the session waiting, too
                getSite().getShell().getDisplay().asyncExec(() -> delete(session, element, changes));
            }
        });
    }

    private void delete(Session session, Element element, List<Change> changes) {
        Losses losses = Losses.of(changes);
        String question = messages.get("hubs.delete.ask", names.of(element), losses.evidence(), losses.references(),
                losses.others() - 1);
        if (DialogLabels.confirm(getSite().getShell(),
                messages.get("hubs.delete", names.singular(element.eClass().getName())), question)) {
            session.execute(messages.get("hubs.delete", names.of(element)), changes);
        }
    }

    /** Selects an element and scrolls to it, if it is shown. */
    public void reveal(UUID element) {
        if (page != null) {
            page.reveal(element);
        }
    }

    @Override
    public void setFocus() {
        if (page != null) {
            page.focus();
        }
    }
}
