package org.hubmark.app;

import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.hubmark.ui.project.ProjectService;

/** The window: its title says which project is open, its status line how far the store is. */
final class HubmarkWindowAdvisor extends WorkbenchWindowAdvisor {

    private static final Point SIZE = new Point(1400, 900);

    private final ProjectService projects;
    private WindowStatus status;
    private WindowMember member;
    private PasswordQuestion password;

    HubmarkWindowAdvisor(IWorkbenchWindowConfigurer configurer, ProjectService projects) {
        super(configurer);
        this.projects = projects;
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer bars) {
        return new HubmarkActionBars(bars);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer window = getWindowConfigurer();
        window.setInitialSize(SIZE);
        window.setTitle("Hubmark");
        window.setShowMenuBar(true);
        window.setShowCoolBar(true);
        window.setShowPerspectiveBar(true);
        window.setShowStatusLine(true);
        window.setShowProgressIndicator(true);
    }

    @Override
    public void postWindowOpen() {
        status = new WindowStatus(getWindowConfigurer(), projects);
        status.start();
        member = new WindowMember(getWindowConfigurer().getActionBarConfigurer().getStatusLineManager(), projects);
        member.start();
        password = new PasswordQuestion(getWindowConfigurer().getWindow());
        password.start();
        new FirstLook(getWindowConfigurer().getWindow(), projects).start();
    }

    @Override
    public void postWindowClose() {
        status.stop();
        member.stop();
        password.stop();
    }
}
