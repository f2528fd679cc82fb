package org.hubmark.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.hubmark.core.project.ProjectFolder;

/** The projects that this machine keeps. Blocks on the disk. */
record LocalProjects(Path data) {

    /** By name. */
    List<ProjectFolder> all() {
        Path projects = data.resolve("projects");
        if (!Files.isDirectory(projects)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(projects)) {
            return folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).sorted()
                    .map(name -> ProjectFolder.of(data, name)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
