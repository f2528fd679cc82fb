package org.hubmark.core.report;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.project.ProjectContent;

/**
 * Writes an evidence report in one format. OSGi services, chosen by {@link #format()}. For the same content and options
 * the bytes are the same, on every machine.
 */
public interface ReportWriter {

    /** The suffix of the files it writes, for example html. */
    String format();

    /** Writes the report to a file; a file that is there is replaced only when the new one is complete. */
    void write(ProjectContent content, ReportOptions options, Path file, IProgressMonitor monitor) throws IOException;
}
