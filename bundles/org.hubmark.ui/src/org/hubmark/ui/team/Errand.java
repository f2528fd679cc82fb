package org.hubmark.ui.team;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.hubmark.core.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a dialog asks of the store: done in a job, answered on the display thread, and cancelled when the dialog is
 * closed. The dialog stays usable meanwhile.
 */
final class Errand<T> extends Job {

    private static final Logger LOG = LoggerFactory.getLogger(Errand.class);

    /** What blocks. */
    @FunctionalInterface
    interface Work<T> {
        T run(IProgressMonitor monitor) throws StoreException;
    }

    private final Control asker;
    private final Display display;
    private final Work<T> work;
    private final Consumer<T> done;
    private final Consumer<String> failed;

    /**
     * Display thread.
     *
     * @param asker without it nobody wants the answer any more
     * @param failed gets the reason, for the user
     */
    Errand(Control asker, String name, Work<T> work, Consumer<T> done, Consumer<String> failed) {
        super(name);
        this.asker = asker;
        this.display = asker.getDisplay();
        this.work = work;
        this.done = done;
        this.failed = failed;
        setPriority(SHORT);
        asker.addDisposeListener(e -> cancel());
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            T result = work.run(monitor);
            answer(() -> done.accept(result));
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        } catch (StoreException e) {
            LOG.info("{}: the store did not do it", getName(), e);
            answer(() -> failed.accept(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("{} failed unexpectedly", getName(), e);
            answer(() -> failed.accept(e.toString()));
        }
        return Status.OK_STATUS;
    }

    private void answer(Runnable answer) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!asker.isDisposed()) {
                    answer.run();
                }
            });
        }
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == Errand.class;
    }
}
