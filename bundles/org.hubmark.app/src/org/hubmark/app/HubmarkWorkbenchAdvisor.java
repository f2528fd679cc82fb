package org.hubmark.app;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.hubmark.ui.project.ProjectService;

/** Starts and ends the workbench: opens the project when the window is there, closes it when it is gone. */
final class HubmarkWorkbenchAdvisor extends WorkbenchAdvisor {

    private final ProjectService projects;

    HubmarkWorkbenchAdvisor(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return ReadPerspective.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new HubmarkWindowAdvisor(configurer, projects);
    }

    @Override
    public void postStartup() {
        projects.open();
    }

    /**
     * The window is gone; what waits for the store is in the outbox in any case, so little is lost by not waiting long.
     */
    @Override
    public void postShutdown() {
        projects.close();
        try {
            Job.getJobManager().join(ProjectService.JOBS, new NullProgressMonitor());
        } catch (OperationCanceledException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
