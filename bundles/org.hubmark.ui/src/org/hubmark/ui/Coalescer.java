package org.hubmark.ui;

import org.eclipse.swt.widgets.Control;

/** Turns many signals into one run, soon, on the display thread; none after the control is disposed. Display thread. */
public final class Coalescer {

    private final Control owner;
    private final Runnable work;
    private boolean waiting;

    public Coalescer(Control owner, Runnable work) {
        this.owner = owner;
        this.work = work;
    }

    public void signal() {
        if (!waiting && !owner.isDisposed()) {
            waiting = true;
            owner.getDisplay().asyncExec(this::run);
        }
    }

    private void run() {
        waiting = false;
        if (!owner.isDisposed()) {
            work.run();
        }
    }
}
