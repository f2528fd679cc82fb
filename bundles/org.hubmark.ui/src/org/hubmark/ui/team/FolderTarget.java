package org.hubmark.ui.team;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.StoreService;

/** A new project of this machine as the target of a copy. */
public record FolderTarget(ProjectFolder place, StoreService stores) implements CopyProject.Target {

    @Override
    public String name() {
        return place.name();
    }

    /** Fails if there is something by that name: nothing that is there is touched. */
    @Override
    public AnnotationStore open(IProgressMonitor monitor) throws Exception {
        Files.createDirectories(place.folder().getParent());
        Files.createDirectory(place.folder());
        try {
            return stores.open(place.database(), monitor);
        } catch (StoreException | RuntimeException e) {
            broken();
            throw e;
        }
    }

    /** Half a copy looks like a whole one, so it does not stay. */
    @Override
    public void broken() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(place.folder())) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
