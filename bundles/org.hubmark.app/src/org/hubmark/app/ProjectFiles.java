package org.hubmark.app;

import java.nio.file.Files;
import java.util.List;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.command.ProjectCommands;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.pack.SampleProject;
import org.hubmark.core.pack.SeedFolder;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreService;
import org.hubmark.ui.Services;
import org.hubmark.ui.project.ProjectOpener;

/** Opens the projects that are kept in folders of this machine; makes the sample project at the first start. */
final class ProjectFiles implements ProjectOpener {

    private static final int ALL = 100;
    private static final int DATABASE = 20;
    private static final int SAMPLE = 60;

    private final Services services;
    private final SeedFolder seeds;

    ProjectFiles(Services services, SeedFolder seeds) {
        this.services = services;
        this.seeds = seeds;
    }

    @Override
    public Session open(ProjectFolder place, ModelExecutor executor, IProgressMonitor monitor) throws Exception {
        SubMonitor progress = SubMonitor.convert(monitor, ALL);
        Files.createDirectories(place.folder());
        AnnotationStore store = services.one(StoreService.class).open(place.database(), progress.split(DATABASE));
        try {
            UUID project = project(store, place, progress.split(SAMPLE));
            return Session.open(store, project, place.outbox(), executor, progress.split(ALL - DATABASE - SAMPLE));
        } catch (Exception e) {
            close(store, e);
            throw e;
        }
    }

    private UUID project(AnnotationStore store, ProjectFolder place, IProgressMonitor monitor) throws Exception {
        List<ProjectInfo> there = store.projects(monitor);
        if (!there.isEmpty()) {
            return there.getFirst().id();
        }
        String name = place.folder().getFileName().toString();
        return name.equals(ProjectFolder.SAMPLE) ? new SampleProject(seeds).createIn(store, monitor)
                : empty(store, name, monitor);
    }

    private UUID empty(AnnotationStore store, String name, IProgressMonitor monitor) throws StoreException {
        UUID id = Ids.next();
        String label = Messages.of(ProjectFiles.class).get("project.created", name);
        ChangeSet first = new ChangeSet(Ids.next(), id, Ids.next(), 0, label, null, ProjectCommands.create(id, name));
        return switch (store.commit(first, monitor)) {
            case CommitResult.Accepted accepted -> id;
            case CommitResult.Refused refused ->
                    throw new StoreException(StoreException.Kind.REFUSED, refused.message());
            case CommitResult.Conflict conflict -> throw new IllegalStateException("a new project has no past");
        };
    }

    private static void close(AnnotationStore store, Exception because) {
        try {
            store.close();
        } catch (StoreException e) {
            because.addSuppressed(e);
        }
    }
}
