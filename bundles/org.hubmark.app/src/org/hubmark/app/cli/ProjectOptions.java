package org.hubmark.app.cli;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.pack.SampleProject;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.ProjectInfo;
import org.hubmark.core.store.StoreException;

import picocli.CommandLine.Option;

/** Which project a command works on. */
final class ProjectOptions {

    @Option(names = "--project", paramLabel = "NAME", descriptionKey = "option.project", order = 100)
    private String name = ProjectFolder.SAMPLE;

    @Option(names = "--folder", paramLabel = "FOLDER", descriptionKey = "option.folder", order = 101)
    private Path folder;

    /**
     * Opens the database of the project and finds the project in it. A sample project that is not there yet is made, as the
     * window makes it at its first start.
     */
    OpenProject open(HubmarkCommand root, IProgressMonitor monitor) throws Exception {
        ProjectFolder place = folder == null ? ProjectFolder.of(root.data(), name)
                : new ProjectFolder(folder.toAbsolutePath());
        AnnotationStore store = root.services().stores().open(place.database(), monitor);
        try {
            return new OpenProject(store, project(store, root, monitor));
        } catch (Exception e) {
            store.close();
            throw e;
        }
    }

    private ProjectInfo project(AnnotationStore store, HubmarkCommand root, IProgressMonitor monitor) throws Exception {
        List<ProjectInfo> projects = store.projects(monitor);
        if (projects.isEmpty()) {
            root.console().err().println(root.messages().get("project.making"));
            new SampleProject(root.services().seeds()).createIn(store, monitor);
            projects = store.projects(monitor);
        }
        return projects.getFirst();
    }

    /** An open store and the project in it; closing closes the store. */
    record OpenProject(AnnotationStore store, ProjectInfo project) implements AutoCloseable {
        @Override
        public void close() throws StoreException {
            store.close();
        }
    }
}
