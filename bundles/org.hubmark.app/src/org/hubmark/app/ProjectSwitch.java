package org.hubmark.app;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.ui.project.ProjectService;

/** Lets a window leave its project for another, which is made if it is not there. Display thread. */
record ProjectSwitch(IWorkbenchWindow window) {

    void to(String name) {
        ProjectService projects = window.getWorkbench().getService(ProjectService.class);
        ProjectFolder place = ProjectFolder.of(DataFolder.current(), name);
        if (!place.equals(projects.place())) {
            LastProject.remember(name);
            for (IWorkbenchPage page : window.getPages()) {
                page.closeAllEditors(false);
            }
            projects.open(place);
            new FirstLook(window, projects).start();
        }
    }
}
