package org.hubmark.app;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.core.project.ProjectPlace;
import org.hubmark.core.project.ServerProject;
import org.hubmark.ui.team.ServerMemory;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers which project was open last; at first it is the sample project. */
final class LastProject {

    private static final Logger LOG = LoggerFactory.getLogger(LastProject.class);
    private static final String KEY = "project";
    private static final String SERVER = "server:";    // no folder of a project can have a colon in its name

    private LastProject() {
    }

    static ProjectPlace place(Path data, ServerMemory memory) {
        String last = preferences().get(KEY, ProjectFolder.SAMPLE);
        if (last.startsWith(SERVER)) {
            return memory.withFolder(last.substring(SERVER.length())).map(ProjectPlace.class::cast)
                    .orElseGet(() -> ProjectFolder.of(data, ProjectFolder.SAMPLE));
        }
        return ProjectFolder.of(data, last);
    }

    static void remember(ProjectPlace place) {
        String folder = place.folder().getFileName().toString();
        preferences().put(KEY, place instanceof ServerProject ? SERVER + folder : folder);
        CompletableFuture.runAsync(() -> write(place));
    }

    private static void write(ProjectPlace place) {
        try {
            preferences().flush();
        } catch (BackingStoreException e) {
            LOG.warn("the next start will open the project before {}", place.name(), e);
        }
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.hubmark.app");
    }
}
