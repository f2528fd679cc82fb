package org.hubmark.app;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.pack.SeedFolder;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.core.project.ProjectPlace;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.StoreService;
import org.hubmark.ui.Services;
import org.hubmark.ui.project.ProjectOpener;
import org.hubmark.ui.team.Passwords;
import org.hubmark.ui.team.ServerMemory;
import org.hubmark.ui.team.ServerOpener;

/** Opens projects wherever they are kept. */
record ProjectPlaces(Services services, SeedFolder seeds, ServerMemory memory, Passwords passwords)
        implements ProjectOpener {

    @Override
    public Session open(ProjectPlace place, ModelExecutor executor, IProgressMonitor monitor) throws Exception {
        return switch (place) {
            case ProjectFolder folder -> new ProjectFiles(services, seeds).open(folder, executor, monitor);
            case ServerProject server -> new ServerOpener(services.one(StoreService.class), memory, passwords)
                    .open(server, executor, monitor);
        };
    }
}
