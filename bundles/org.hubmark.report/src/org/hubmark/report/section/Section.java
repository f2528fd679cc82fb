package org.hubmark.report.section;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.hubmark.report.block.Chapter;

/** One chapter of a report: its arguments are given to the constructor, it knows hubs and no format. */
public interface Section {

    /**
     * Makes the chapter. Cost: linear in what it shows; changes nothing.
     *
     * @throws OperationCanceledException soon after the monitor was cancelled
     */
    Chapter execute(IProgressMonitor monitor);

    /** Called in loops. */
    static void check(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }
}
