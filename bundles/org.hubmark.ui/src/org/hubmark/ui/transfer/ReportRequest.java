package org.hubmark.ui.transfer;

import java.nio.file.Path;
import java.util.OptionalLong;

import org.hubmark.core.report.ReportOptions;

/**
 * Which report is wanted.
 *
 * @param revision the project as it was then; empty for as it is now
 * @param file to be written; its suffix decides on the format
 */
record ReportRequest(ReportOptions options, OptionalLong revision, Path file) {
}
