package org.hubmark.ui.briefing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.session.BriefingDocument;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.Revision;
import org.hubmark.ui.Animations;
import org.hubmark.ui.Coalescer;
import org.hubmark.ui.reading.ReadingView;

/**
 * What of an open briefing is new to the reader: colleagues' passages appear little by little, and what was before the
 * reader's eyes counts as seen. Display thread.
 */
final class PassageNews {

    private final Session session;
    private final ReadingView view;
    private final Coalescer look;
    private final Set<UUID> foreign = new HashSet<>();
    private BriefingDocument document;
    private Set<UUID> unread;

    PassageNews(Session session, ReadingView view) {
        this.session = session;
        this.view = view;
        unread = session.team().unread();
        look = new Coalescer(view.control(), this::look);
        for (int event : new int[] {SWT.Paint, SWT.FocusIn}) {
            view.control().addListener(event, e -> look.signal());
        }
    }

    /** Colleagues' changes that are in what the session shows; the marks for them come next. */
    void arrived(List<Revision> revisions) {
        for (Revision revision : revisions) {
            for (Change change : revision.changes()) {
                foreign.add(change.object());
                // a link changes what its passage shows
                if (change instanceof Change.Create(ObjectState state) && state.placement() != null) {
                    foreign.add(state.container());
                }
            }
        }
    }

    /** The view has just been given the marks of a document. */
    void shown(BriefingDocument of) {
        document = of;
        if (!foreign.isEmpty() && Animations.areWanted()) {
            Set<UUID> fresh = new HashSet<>(foreign);
            fresh.removeIf(id -> of.passage(id) == null);
            view.fadeIn(fresh);
        }
        foreign.clear();
    }

    /** What is unread may be something else now. */
    void unreadChanged() {
        unread = session.team().unread();
        look.signal();
    }

    /** What is in the window in front of the reader was seen. */
    private void look() {
        Control control = view.control();
        if (document != null && !unread.isEmpty() && control.isVisible()
                && control.getShell() == control.getDisplay().getActiveShell()) {
            Set<UUID> seen = new HashSet<>(view.visibleMarks());
            seen.add(document.edition().id());
            seen.add(document.edition().briefing());
            seen.retainAll(unread);
            if (!seen.isEmpty()) {
                session.team().markSeen(seen);
            }
        }
    }
}
