package org.hubmark.app;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.core.project.ProjectPlace;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.project.ProjectState;

/** Lets a window leave its project for another. Display thread. */
record ProjectSwitch(IWorkbenchWindow window) {

    /** To a project of this machine, which is made if it is not there. */
    void to(String name) {
        to(ProjectFolder.of(DataFolder.current(), name));
    }

    void to(ProjectPlace place) {
        ProjectService projects = window.getWorkbench().getService(ProjectService.class);
        boolean here = place.folder().equals(projects.place().folder());
        if (!here || projects.state() instanceof ProjectState.Failed) {
            LastProject.remember(place);
            for (IWorkbenchPage page : window.getPages()) {
                page.closeAllEditors(false);
            }
            projects.open(place);
            new FirstLook(window, projects).start();
        }
    }
}
