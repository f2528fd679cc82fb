package org.hubmark.app.cli;

import java.io.PrintStream;

/**
 * Where a command writes: its answer to {@code out}, everything else to {@code err}; progress only if a person is
 * watching ({@code terminal}).
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {
}
