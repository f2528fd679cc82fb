package org.hubmark.core.session;

import java.util.concurrent.Executor;

/**
 * The door to the one thread that EMF objects live on: the display thread in the workbench, the calling thread in
 * tests and on the command line. Tasks run in the order they came. It never blocks the caller until a task is done on
 * another thread.
 */
@FunctionalInterface
public interface ModelExecutor extends Executor {

    /** Runs tasks at once, on the caller's thread, one at a time. */
    static ModelExecutor direct() {
        Object lock = new Object();
        return task -> {
            synchronized (lock) {
                task.run();
            }
        };
    }
}
