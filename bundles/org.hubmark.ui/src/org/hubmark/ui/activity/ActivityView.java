package org.hubmark.ui.activity;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.hubmark.core.history.ObjectNames;
import org.hubmark.core.history.RevisionSummary;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.Role;
import org.hubmark.ui.Errors;
import org.hubmark.ui.PartHandler;
import org.hubmark.ui.Reveal;
import org.hubmark.ui.Selections;
import org.hubmark.ui.project.ProjectPage;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.transfer.WriteReport;

/** What everybody did, newest first. Double click or Enter jumps to what was changed. Display thread. */
public final class ActivityView extends ViewPart {

    private final Selections selections = new Selections();
    private final ISelectionListener follower = this::follow;
    private final Messages messages = Messages.of(ActivityView.class);
    private ActivityPage page;
    private Session session;

    @Override
    public void createPartControl(Composite parent) {
        getSite().setSelectionProvider(selections);
        PartHandler.bind(getSite(), "org.hubmark.ui.activity.open", this::jump, () -> object() != null);
        PartHandler.bind(getSite(), "org.hubmark.ui.history", () -> history(object()), () -> object() != null);
        PartHandler.bind(getSite(), "org.eclipse.ui.edit.copy", this::copy, () -> row() != null);
        PartHandler.bind(getSite(), "org.hubmark.ui.activity.restore", this::restore, () -> object() != null
                && session.role().atLeast(Role.ANALYST));
        PartHandler.bind(getSite(), "org.hubmark.ui.activity.compare", this::compare, () -> row() != null);
        PartHandler.bind(getSite(), "org.hubmark.ui.activity.report", this::report, () -> row() != null);
        new ProjectPage(parent, getSite().getService(ProjectService.class), this::createContent);
        getSite().getPage().addSelectionListener(follower);
    }

    private Control createContent(Composite parent, Session open) {
        session = open;
        ActivityPage made = new ActivityPage(parent, open, selections);
        page = made;
        made.control().addDisposeListener(e -> page = page == made ? null : page);
        made.viewer().addOpenListener(e -> jump());
        MenuManager menu = new MenuManager();
        made.viewer().getTree().setMenu(menu.createContextMenu(made.viewer().getTree()));
        getSite().registerContextMenu(menu, selections);
        follow(null, getSite().getPage().getSelection());
        return made.control();
    }

    private void follow(IWorkbenchPart part, ISelection selection) {
        UUID object = part == this || page == null ? null : Selections.object(selection);
        if (object != null) {
            page.select(object, name(object));
        }
    }

    private String name(UUID object) {
        return new ObjectNames(session::state).of(object);
    }

    private ActivityRow row() {
        return page == null ? null : page.selected();
    }

    private UUID object() {
        return page == null ? null : page.selectedObject();
    }

    private void jump() {
        if (object() != null) {
            new Reveal(session).open(object());
        }
    }

    private void copy() {
        if (getSite().getShell().getDisplay().getFocusControl() instanceof Text text) {
            text.copy();
            return;
        }
        Clipboard clipboard = new Clipboard(getSite().getShell().getDisplay());
        clipboard.setContents(new Object[] {page.text(row())}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private void restore() {
        new Restoring(session).restore(object(), row().revision().number());
    }

    private void compare() {
        Session compared = session;
        Comparison.of(compared, row().revision().number()).whenComplete((comparison, failure) ->
                compared.executor().execute(() -> show(compared, comparison, failure)));
    }

    private void report() {
        new WriteReport(session).ask(getSite().getShell(), OptionalLong.of(row().revision().number()));
    }

    private void show(Session compared, Comparison comparison, Throwable failure) {
        if (failure != null) {
            Errors.refused(messages.get("compare.failed"));
        } else if (page != null && session == compared) {
            new CompareDialog(getSite().getShell(), compared, comparison).open();
        }
    }

    /** Lists only what changed one object. */
    public void history(UUID object) {
        if (page != null) {
            page.history(object, name(object));
        }
    }

    /** What is listed now, newest first. */
    public List<RevisionSummary> shown() {
        return page == null ? List.of() : page.model().entries();
    }

    @Override
    public void setFocus() {
        if (page != null) {
            page.focus();
        }
    }

    @Override
    public void dispose() {
        getSite().getPage().removeSelectionListener(follower);
        super.dispose();
    }
}
