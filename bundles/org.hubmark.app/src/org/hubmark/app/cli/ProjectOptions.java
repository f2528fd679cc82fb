package org.hubmark.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.command.ProjectCommands;
import org.hubmark.core.pack.SampleProject;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreLocation;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which project a command works on: one of this machine, or one at a server. */
final class ProjectOptions {

    @Option(names = "--project", paramLabel = "NAME", descriptionKey = "option.project", order = 100)
    private String name;

    @Option(names = "--folder", paramLabel = "FOLDER", descriptionKey = "option.folder", order = 101)
    private Path folder;

    @Mixin
    private ServerOptions server = new ServerOptions();

    /**
     * Opens the database of the project and finds the project in it. A sample project that is not there yet is made, as the
     * window makes it at its first start.
     */
    OpenProject open(HubmarkCommand root, IProgressMonitor monitor) throws Exception {
        return open(root, false, monitor);
    }

    /** @param make whether to make the project that is named if a server has none of this name */
    OpenProject open(HubmarkCommand root, boolean make, IProgressMonitor monitor) throws Exception {
        AnnotationStore store = openStore(root, monitor);
        try {
            return new OpenProject(store, server.isGiven() ? atServer(store, root, make, monitor)
                    : ofThisMachine(store, root, monitor));
        } catch (Exception e) {
            store.close();
            throw e;
        }
    }

    /** Opens the database only. */
    AnnotationStore openStore(HubmarkCommand root, IProgressMonitor monitor) throws Exception {
        return root.services().stores().open(server.isGiven() ? server.location(root) : file(root), monitor);
    }

    private StoreLocation file(HubmarkCommand root) {
        ProjectFolder place = folder == null ? ProjectFolder.of(root.data(), name == null ? ProjectFolder.SAMPLE : name)
                : new ProjectFolder(folder.toAbsolutePath());
        return place.database();
    }

    private static ProjectInfo ofThisMachine(AnnotationStore store, HubmarkCommand root, IProgressMonitor monitor)
            throws Exception {
        List<ProjectInfo> projects = store.projects(monitor);
        if (projects.isEmpty()) {
            root.console().err().println(root.messages().get("project.making"));
            new SampleProject(root.services().seeds()).createIn(store, monitor);
            projects = store.projects(monitor);
        }
        return projects.getFirst();
    }

    private ProjectInfo atServer(AnnotationStore store, HubmarkCommand root, boolean make, IProgressMonitor monitor)
            throws Exception {
        List<ProjectInfo> projects = store.projects(monitor);
        if (name == null && projects.size() == 1) {
            return projects.getFirst();
        }
        for (ProjectInfo project : projects) {
            if (project.name().equals(name)) {
                return project;
            }
        }
        if (make && name != null) {
            return make(store, root, monitor);
        }
        throw new CommandFailure(root.messages().get("project.which",
                projects.stream().map(ProjectInfo::name).collect(Collectors.joining(", "))));
    }

    private ProjectInfo make(AnnotationStore store, HubmarkCommand root, IProgressMonitor monitor) throws Exception {
        UUID id = Ids.next();
        ChangeSet first = new ChangeSet(Ids.next(), id, Ids.next(), 0, root.messages().get("project.made", name), null,
                ProjectCommands.create(id, name));
        return switch (store.commit(first, monitor)) {
            case CommitResult.Accepted accepted -> new ProjectInfo(id, name, accepted.revision());
            case CommitResult.Refused refused -> throw new CommandFailure(refused.message());
            case CommitResult.Conflict conflict -> throw new IllegalStateException("a new project has no past");
        };
    }

    /** An open store and the project in it; closing closes the store. */
    record OpenProject(AnnotationStore store, ProjectInfo project) implements AutoCloseable {
        @Override
        public void close() throws StoreException {
            store.close();
        }
    }
}
