package org.hubmark.app;

import java.nio.file.Path;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.hubmark.core.project.ProjectFolder;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers which project was open last; at first it is the sample project. */
final class LastProject {

    private static final Logger LOG = LoggerFactory.getLogger(LastProject.class);
    private static final String KEY = "project";

    private LastProject() {
    }

    static ProjectFolder place(Path data) {
        return ProjectFolder.of(data, preferences().get(KEY, ProjectFolder.SAMPLE));
    }

    static void remember(String name) {
        preferences().put(KEY, name);
        try {
            preferences().flush();
        } catch (BackingStoreException e) {
            LOG.warn("the next start will open the project before {}", name, e);
        }
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.hubmark.app");
    }
}
