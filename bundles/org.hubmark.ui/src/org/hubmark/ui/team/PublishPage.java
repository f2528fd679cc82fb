package org.hubmark.ui.team;

import java.util.Optional;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.hubmark.core.store.Member;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.Role;

/** What publishing a project would do, before it is done. */
final class PublishPage extends GoalPage {

    private final ProjectInfo project;
    private Label what;

    PublishPage(ProjectInfo project) {
        super("publish");
        this.project = project;
    }

    @Override
    boolean isThere() {
        return false;
    }

    @Override
    ProjectInfo project() {
        return project;
    }

    @Override
    public void createControl(Composite parent) {
        what = sentence(body(parent), "");
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            show();
        }
        super.setVisible(visible);
    }

    private void show() {
        Member member = connection().member();
        Optional<ProjectInfo> there = connection().projects().stream().filter(p -> p.id().equals(project.id()))
                .findFirst();
        what.setText(messages().get(there.isPresent() ? "publish.again" : "publish.what", project.name(),
                project.revision(), connection().address(), there.map(ProjectInfo::revision).orElse(0L)));
        what.getParent().layout();
        boolean may = member.role().atLeast(Role.ADMINISTRATOR);
        if (may) {
            calm(null);
        } else {
            complain(messages().get("publish.refused", member.name(), Roles.name(member.role())));
        }
        setPageComplete(may);
    }
}
