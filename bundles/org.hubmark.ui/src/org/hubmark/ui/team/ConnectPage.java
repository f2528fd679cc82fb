package org.hubmark.ui.team;

import java.lang.reflect.InvocationTargetException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page of the wizard. What goes wrong is said on the page where it was started. Display thread. */
abstract class ConnectPage extends WizardPage {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectPage.class);
    private static final int MARGIN = 10;

    private final Messages messages = Messages.of(ConnectPage.class);
    private Notice notice;

    /** What blocks on the network. */
    @FunctionalInterface
    interface Work {
        void run(IProgressMonitor monitor) throws StoreException;
    }

    /** @param name ends the keys of its title and its message */
    ConnectPage(String name) {
        super(name);
        setTitle(messages.get("title." + name));
        setDescription(messages.get("message." + name));
        setPageComplete(false);
    }

    final Messages messages() {
        return messages;
    }

    final ConnectWizard wizard() {
        return (ConnectWizard) getWizard();
    }

    final ServerConnection connection() {
        return wizard().connection();
    }

    /** Does what the next page builds upon; false if the wizard stays here. */
    boolean leave() {
        return true;
    }

    /** Runs on another thread, with progress and cancel in the wizard. False if it failed, which is said here then. */
    final boolean run(String task, Work work) {
        calm(null);
        try {
            getContainer().run(true, true, monitor -> {
                SubMonitor progress = SubMonitor.convert(monitor, task, 1);
                try {
                    work.run(progress.split(1));
                } catch (StoreException | RuntimeException e) {
                    throw new InvocationTargetException(e);
                }
            });
            return true;
        } catch (InterruptedException e) {
            setMessage(messages.get("connect.cancelled"), WARNING);
        } catch (InvocationTargetException e) {
            failed(e.getCause());
        }
        return false;
    }

    private void failed(Throwable cause) {
        if (cause instanceof OperationCanceledException) {
            setMessage(messages.get("connect.cancelled"), WARNING);
            return;
        }
        if (cause instanceof StoreException) {
            LOG.info("the server did not do what the wizard asked", cause);
        } else {
            LOG.error("the wizard failed unexpectedly", cause);
        }
        complain(cause.getMessage() == null ? cause.toString() : cause.getMessage());
    }

    /** Says what is wrong, however long that is; null says that nothing is. */
    final void complain(String problem) {
        setErrorMessage(problem == null ? null : notice.split(problem));
        if (problem == null) {
            notice.clear();
        }
    }

    /** Nothing is wrong (any more). @param message null for the usual one */
    final void calm(String message) {
        complain(null);
        setMessage(message == null ? messages.get("message." + getName()) : message);
    }

    /** The body of the page, of two columns; it becomes its control. */
    final Composite body(Composite parent) {
        initializeDialogUnits(parent);
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(MARGIN, MARGIN).applyTo(body);
        notice = new Notice(body, 2, convertWidthInCharsToPixels(ConnectWizard.WIDTH_IN_CHARS));
        setControl(body);
        return body;
    }

    /** A sentence over both columns that breaks where the line ends. */
    final Label sentence(Composite body, String text) {
        Label label = new Label(body, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false)
                .hint(convertWidthInCharsToPixels(ConnectWizard.WIDTH_IN_CHARS), SWT.DEFAULT).applyTo(label);
        return label;
    }
}
