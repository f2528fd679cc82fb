package org.hubmark.app;

import java.nio.file.Files;
import java.util.List;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.hubmark.core.pack.SampleProject;
import org.hubmark.core.pack.SeedFolder;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Session;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreService;
import org.hubmark.ui.Services;
import org.hubmark.ui.project.NewProject;

/** Opens the projects that are kept in folders of this machine; makes the sample project at the first start. */
final class ProjectFiles {

    private static final int ALL = 100;
    private static final int DATABASE = 20;
    private static final int SAMPLE = 60;

    private final Services services;
    private final SeedFolder seeds;

    ProjectFiles(Services services, SeedFolder seeds) {
        this.services = services;
        this.seeds = seeds;
    }

    Session open(ProjectFolder place, ModelExecutor executor, IProgressMonitor monitor) throws Exception {
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
        String name = place.name();
        return name.equals(ProjectFolder.SAMPLE) ? new SampleProject(seeds).createIn(store, monitor)
                : new NewProject(store).create(name, monitor);
    }

    private static void close(AnnotationStore store, Exception because) {
        try {
            store.close();
        } catch (StoreException e) {
            because.addSuppressed(e);
        }
    }
}
