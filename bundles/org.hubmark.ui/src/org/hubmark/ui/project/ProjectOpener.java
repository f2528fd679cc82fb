package org.hubmark.ui.project;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.project.ProjectPlace;
import org.hubmark.core.session.ModelExecutor;
import org.hubmark.core.session.Session;

/**
 * Opens the project at a place, and makes it first if it is to be kept in a folder that has none. Blocks; never called
 * on the display thread.
 */
@FunctionalInterface
public interface ProjectOpener {

    /**
     * @throws PasswordNeededException if it is on a server and nobody said the password yet
     * @throws Exception whatever else went wrong, with a message for the user
     */
    Session open(ProjectPlace place, ModelExecutor executor, IProgressMonitor monitor) throws Exception;
}
