package org.hubmark.app;

import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.hubmark.core.project.ServerProject;
import org.hubmark.ui.project.ProjectListener;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.project.ProjectState;
import org.hubmark.ui.team.PasswordDialog;
import org.hubmark.ui.team.Passwords;

/** Asks for a password when a project can't be opened without, and then opens it. Display thread. */
final class PasswordQuestion implements ProjectListener {

    private final IWorkbenchWindow window;
    private final ProjectService projects;

    PasswordQuestion(IWorkbenchWindow window) {
        this.window = window;
        this.projects = window.getWorkbench().getService(ProjectService.class);
    }

    void start() {
        projects.addListener(this);
    }

    void stop() {
        projects.removeListener(this);
    }

    /** Not while the other listeners have not heard of it yet: the dialog would keep them waiting. */
    @Override
    public void projectChanged(ProjectState state) {
        if (state instanceof ProjectState.Failed failed && failed.password()) {
            window.getShell().getDisplay().asyncExec(this::ask);
        }
    }

    void ask() {
        if (projects.place() instanceof ServerProject place && !window.getShell().isDisposed()
                && projects.state() instanceof ProjectState.Failed failed && failed.password()) {
            String refusal = failed.remedy() == ProjectState.Remedy.OTHER_PASSWORD ? failed.message() : null;
            Passwords passwords = window.getWorkbench().getService(Passwords.class);
            if (new PasswordDialog(window.getShell(), place, passwords, refusal).open() == Window.OK) {
                projects.open();
            }
        }
    }
}
