package org.hubmark.ui.comment;

import java.util.List;
import java.util.UUID;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.hubmark.core.briefing.Comment;
import org.hubmark.core.session.Session;
import org.hubmark.model.Code;
import org.hubmark.model.Element;
import org.hubmark.ui.Parts;
import org.hubmark.ui.Selections;
import org.hubmark.ui.project.ProjectPage;
import org.hubmark.ui.project.ProjectService;

/** What members say to each other about the selected passage, element or code. Display thread. */
public final class CommentsView extends ViewPart implements Parts.Revealing {

    private final ISelectionListener follower = this::follow;
    private CommentsPage page;
    private Session session;

    @Override
    public void createPartControl(Composite parent) {
        new ProjectPage(parent, getSite().getService(ProjectService.class), this::createContent);
        getSite().getPage().addSelectionListener(follower);
    }

    private Control createContent(Composite parent, Session open) {
        session = open;
        CommentsPage made = new CommentsPage(parent, open, () -> getSite().getPage().isPartVisible(this));
        page = made;
        made.control().addDisposeListener(e -> page = page == made ? null : page);
        follow(null, getSite().getPage().getSelection());
        return made.control();
    }

    private void follow(IWorkbenchPart part, ISelection selection) {
        UUID object = part == this || page == null ? null : Selections.object(selection);
        if (object != null && canBeCommented(session, object)) {
            page.follow(object);
        }
    }

    /** Passages, elements and codes. */
    static boolean canBeCommented(Session session, UUID object) {
        return session.find(object) instanceof Element || session.find(object) instanceof Code
                || session.find(object) == null && session.briefing(object) == null;
    }

    /** Shows the comments on an object. */
    @Override
    public void reveal(UUID object) {
        if (page != null) {
            page.follow(object);
        }
    }

    /** Lets the user write a comment on an object. */
    public void write(UUID object) {
        if (page != null) {
            page.write(object);
        }
    }

    /** The first comments of the threads shown now. */
    public List<Comment> shown() {
        return page == null ? List.of() : page.shown();
    }

    @Override
    public void setFocus() {
        if (page != null) {
            page.entry().focus();
            page.markSeen();
        }
    }

    @Override
    public void dispose() {
        getSite().getPage().removeSelectionListener(follower);
        super.dispose();
    }
}
