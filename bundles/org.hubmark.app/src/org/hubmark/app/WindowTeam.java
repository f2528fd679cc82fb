package org.hubmark.app;

import java.util.UUID;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.core.session.SyncState;
import org.hubmark.ui.Coalescer;
import org.hubmark.ui.Icons;
import org.hubmark.ui.Parts;
import org.hubmark.ui.presence.Colleagues;
import org.hubmark.ui.project.ProjectService;

/**
 * Says in the status line who else is at work and what waits for a decision; own work that has just run into a conflict
 * is told of for a while, with a way there, and nothing is interrupted. Display thread.
 */
final class WindowTeam implements SessionListener {

    private static final int NOTICE_MS = 60_000;
    private static final int LONGEST = 24;

    private final IWorkbenchWindow window;
    private final LinkItem notice = new LinkItem("org.hubmark.app.notice", Icons.CONFLICT);
    private final LinkItem conflicts = new LinkItem("org.hubmark.app.conflicts", Icons.CONFLICT);
    private final LinkItem present = new LinkItem("org.hubmark.app.present", Icons.PEOPLE);
    private final OpenSession open;
    private final Messages messages = Messages.of(WindowTeam.class);
    private Coalescer refresh;
    private int notices;

    WindowTeam(IWorkbenchWindow window, ProjectService projects) {
        this.window = window;
        open = new OpenSession(projects, this, state -> {
            notice.clear();
            refresh();
        });
    }

    void start(IStatusLineManager line) {
        line.insertBefore(MemberItem.ID, notice);
        line.insertBefore(MemberItem.ID, conflicts);
        line.insertBefore(MemberItem.ID, present);
        refresh = new Coalescer(window.getShell(), this::refresh);
        open.follow();
    }

    void stop() {
        open.leave();
    }

    private void refresh() {
        Session session = open.get();
        int undecided = session == null ? 0
                : (int) session.team().conflicts().stream().filter(ConflictView::isOpen).count();
        if (undecided == 0 || notice.isVisible()) {
            conflicts.clear();
        } else {
            conflicts.say(messages.get("team.conflicts", undecided), messages.get("team.conflicts.tip"),
                    () -> Parts.show(window.getActivePage(), Parts.CONFLICTS));
        }
        Colleagues others = session == null ? null : Colleagues.of(session);
        if (others == null || others.all().isEmpty()) {
            present.clear();
        } else {
            present.say(messages.get("team.present", others.all().size()), others.lines(),
                    () -> Parts.show(window.getActivePage(), Parts.ACTIVITY));
        }
    }

    @Override
    public void conflicted(ConflictView conflict) {
        int turn = ++notices;
        String text = conflict.label();
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        notice.say(messages.get("team.notice", shown.replace("<", "‹").replace("&", "&&")), conflict.text(),
                () -> show(conflict.id()));
        Display.getCurrent().timerExec(NOTICE_MS, () -> {
            if (turn == notices) {
                clear();
            }
        });
        refresh.signal();
    }

    /** In the place of the notice there is the number again. */
    private void clear() {
        notice.clear();
        refresh.signal();
    }

    private void show(UUID conflict) {
        clear();
        if (Parts.show(window.getActivePage(), Parts.CONFLICTS) instanceof Parts.Revealing view) {
            view.reveal(conflict);
        }
    }

    @Override
    public void conflictsChanged() {
        refresh.signal();
    }

    @Override
    public void presentChanged() {
        refresh.signal();
    }

    @Override
    public void syncStateChanged(SyncState state) {
        refresh.signal();
    }
}
