package org.hubmark.app;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.hubmark.core.pack.SeedFolder;
import org.hubmark.core.project.ServerProject;
import org.hubmark.ui.Services;
import org.hubmark.ui.project.ProjectService;
import org.hubmark.ui.team.Passwords;
import org.hubmark.ui.team.ServerMemory;
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
        ServerMemory memory = new ServerMemory(data, InstanceScope.INSTANCE.getNode("org.hubmark.ui"));
        Passwords passwords = new Passwords(data);
        ProjectService projects = new ProjectService(LastProject.place(data, memory),
                new ProjectPlaces(new Services(), seeds, memory, passwords), task -> later(display, task));
        projects.addListener(state -> remember(projects, memory));
        List<ServiceRegistration<?>> offered = List.of(bundles.registerService(SeedFolder.class, seeds, null),
                bundles.registerService(ServerMemory.class, memory, null),
                bundles.registerService(Passwords.class, passwords, null),
                bundles.registerService(ProjectService.class, projects, null));
        try {
            int code = PlatformUI.createAndRunWorkbench(display, new HubmarkWorkbenchAdvisor(projects));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            offered.forEach(ServiceRegistration::unregister);
            display.dispose();
        }
    }

    /** What a server was used for last comes first, under the name that it has now. */
    private static void remember(ProjectService projects, ServerMemory memory) {
        if (projects.place() instanceof ServerProject place) {
            projects.session().ifPresent(session -> memory.visited(place, session.project().getName()));
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
