package org.hubmark.ui.presence;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.widgets.Control;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.ui.Coalescer;

/**
 * What the labels of a tree of elements or codes say of the team: a dot on what others changed, the initials of who has
 * it in front. It ends with its control. Display thread.
 */
public final class TeamSigns implements SessionListener {

    private final Session session;
    private final Badges badges;
    private final Coalescer changed;
    private final Messages messages = Messages.of(TeamSigns.class);
    private Set<UUID> unread;
    private Colleagues colleagues;

    /** @param changed is called when the labels are to be asked again */
    public TeamSigns(Session session, Control control, Runnable changed) {
        this.session = session;
        this.changed = new Coalescer(control, changed);
        badges = new Badges(control);
        unread = session.team().unread();
        colleagues = Colleagues.of(session);
        session.addListener(this);
        control.addDisposeListener(e -> session.removeListener(this));
    }

    /** The label of an object with all signs. */
    public StyledString on(StyledString text, UUID object) {
        return badges.before(text, unread.contains(object), colleagues.at(object));
    }

    /** The same in words, below a text. */
    public String tooltip(String text, UUID object) {
        List<Colleague> here = colleagues.at(object);
        String news = unread.contains(object) ? '\n' + messages.get("signs.unread") : "";
        return text + news + (here.isEmpty() ? "" : '\n' + messages.get("signs.here", Colleagues.names(here)));
    }

    /** The member has looked at an object. */
    public void seen(UUID object) {
        if (unread.contains(object)) {
            session.team().markSeen(Set.of(object));
        }
    }

    @Override
    public void unreadChanged() {
        unread = session.team().unread();
        changed.signal();
    }

    @Override
    public void presentChanged() {
        colleagues = Colleagues.of(session);
        changed.signal();
    }
}
