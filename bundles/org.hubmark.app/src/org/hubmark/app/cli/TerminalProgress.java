package org.hubmark.app.cli;

import java.io.PrintStream;

import org.eclipse.core.runtime.NullProgressMonitor;

/** Progress in one line of a terminal, drawn again when it has moved by a hundredth. Interrupting the process cancels. */
final class TerminalProgress extends NullProgressMonitor {

    private static final int WIDTH = 30;

    private final PrintStream err;
    private String task = "";
    private int total;
    private double done;
    private int drawn = -1;

    TerminalProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public void beginTask(String name, int totalWork) {
        task = name == null ? "" : name;
        total = totalWork;
        done = 0;
        draw();
    }

    @Override
    public void subTask(String name) {
        task = name;
        drawn = -1;
        draw();
    }

    @Override
    public void internalWorked(double work) {
        done += work;
        draw();
    }

    @Override
    public void worked(int work) {
        internalWorked(work);
    }

    @Override
    public void done() {
        err.print("\r\u001b[K");
        err.flush();
    }

    private void draw() {
        int percent = total <= 0 ? 0 : (int) Math.min(100, 100 * done / total);
        if (percent == drawn) {
            return;
        }
        drawn = percent;
        int full = percent * WIDTH / 100;
        err.print("\r\u001b[K[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + percent + " % " + task);
        err.flush();
    }
}
