package org.hubmark.app;

import org.eclipse.jface.action.IStatusLineManager;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.session.Session;
import org.hubmark.core.session.SessionListener;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.team.Roles;

/** Says in the status line as whom one works on which server; nothing for a project of this machine. Display thread. */
final class WindowMember implements SessionListener {

    private final IStatusLineManager line;
    private final ProjectService projects;
    private final Messages messages = Messages.of(WindowMember.class);
    private final OpenSession open;

    WindowMember(IStatusLineManager line, ProjectService projects) {
        this.line = line;
        this.projects = projects;
        open = new OpenSession(projects, this, state -> roleChanged());
    }

    void start() {
        open.follow();
    }

    void stop() {
        open.leave();
    }

    @Override
    public void roleChanged() {
        Session session = open.get();
        if (session != null && projects.place() instanceof ServerProject place) {
            String role = Roles.name(session.role());
            say(messages.get("member.of", session.member(), role, host(place)),
                    messages.get("member.tip", session.member(), place.account(), role, place.address()));
        } else {
            say("", "");
        }
    }

    /** The first host: where there are several, the others stand in for it. */
    static String host(ServerProject place) {
        return place.address().endpoints().getFirst().host();
    }

    private void say(String text, String tooltip) {
        if (line.find(MemberItem.ID) instanceof MemberItem item) {
            item.say(text, tooltip);
        }
    }
}
