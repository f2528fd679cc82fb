package org.hubmark.app;

import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.action.IStatusLineManager;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.StoreException;
import org.hubmark.ui.project.ProjectListener;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.project.ProjectState;
import org.hubmark.ui.team.Roles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the status line as whom one works on which server; nothing for a project of this machine. Display thread. */
final class WindowMember implements ProjectListener {

    private static final Logger LOG = LoggerFactory.getLogger(WindowMember.class);

    private final IStatusLineManager line;
    private final ProjectService projects;
    private final Messages messages = Messages.of(WindowMember.class);

    WindowMember(IStatusLineManager line, ProjectService projects) {
        this.line = line;
        this.projects = projects;
    }

    void start() {
        projects.addListener(this);
        projectChanged(projects.state());
    }

    void stop() {
        projects.removeListener(this);
    }

    @Override
    public void projectChanged(ProjectState state) {
        say("", "");
        if (state instanceof ProjectState.Open(Session session)
                && projects.place() instanceof ServerProject place) {
            CompletableFuture.supplyAsync(() -> own(session)).thenAccept(member -> session.executor()
                    .execute(() -> show(session, place, member)));
        }
    }

    private static Member own(Session session) {
        try {
            return session.store().members().own(new NullProgressMonitor());
        } catch (StoreException e) {
            LOG.info("who one is can't be read now", e);
            return null;
        }
    }

    private void show(Session session, ServerProject place, Member member) {
        boolean still = projects.session().filter(open -> open == session).isPresent();
        if (still && member != null) {
            String role = Roles.name(member.role());
            say(messages.get("member.of", member.name(), role, host(place)),
                    messages.get("member.tip", member.name(), member.account(), role, place.address()));
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
