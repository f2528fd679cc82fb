package org.hubmark.ui.project;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.project.ProjectFolder;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Session;

/** Opens the project at a place, and makes it first if there is none. Blocks; never called on the display thread. */
@FunctionalInterface
public interface ProjectOpener {

    /** @throws Exception whatever went wrong, with a message for the user */
    Session open(ProjectFolder place, ModelExecutor executor, IProgressMonitor monitor) throws Exception;
}
