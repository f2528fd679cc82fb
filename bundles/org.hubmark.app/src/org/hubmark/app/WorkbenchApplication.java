package org.hubmark.app;

import java.nio.file.Path;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.hubmark.core.pack.SeedFolder;
import org.hubmark.ui.Services;
import org.hubmark.ui.project.ProjectService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Opens the window. The data of the workbench, projects included, is in the instance area. */
public final class WorkbenchApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) throws Exception {
        Path data = DataFolder.current();
        Logging.start(data);
        BundleContext bundles = FrameworkUtil.getBundle(WorkbenchApplication.class).getBundleContext();
        Display display = PlatformUI.createDisplay();
        SeedFolder seeds = SeedFolder.of(bundles.getBundle());
        ProjectService projects = new ProjectService(LastProject.place(data),
                new ProjectFiles(new Services(), seeds), task -> later(display, task));
        ServiceRegistration<?> seedService = bundles.registerService(SeedFolder.class, seeds, null);
        ServiceRegistration<?> projectService = bundles.registerService(ProjectService.class, projects, null);
        try {
            int code = PlatformUI.createAndRunWorkbench(display, new HubmarkWorkbenchAdvisor(projects));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            projectService.unregister();
            seedService.unregister();
            display.dispose();
        }
    }

    /** Also while the last jobs end after the window: what would have been shown then is of no use any more. */
    private static void later(Display display, Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(task);
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().asyncExec(workbench::close);
        }
    }
}
