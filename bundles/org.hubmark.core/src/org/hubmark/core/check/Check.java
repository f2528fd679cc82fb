package org.hubmark.core.check;

import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.project.LoadedProject;

/** Looks for one kind of damage in a project. */
public interface Check {

    /** What is wrong, in a stable order; empty if nothing is. The thread of the project; reads only. */
    List<Finding> run(LoadedProject project, IProgressMonitor monitor);
}
