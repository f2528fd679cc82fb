package org.hubmark.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hubmark.core.nls.Messages;
import org.hubmark.ui.DialogLabels;
import org.hubmark.ui.Errors;

/** File › Open project…: one of those that this machine keeps. */
public final class OpenProjectHandler extends AbstractHandler {

    private final Messages messages = Messages.of(OpenProjectHandler.class);

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        Path projects = DataFolder.current().resolve("projects");
        CompletableFuture.supplyAsync(() -> names(projects)).whenComplete((names, failure) -> {
            if (failure != null) {
                Errors.show(messages.get("project.unlisted", projects), failure);
            } else {
                window.getShell().getDisplay().asyncExec(() -> choose(window, names));
            }
        });
        return null;
    }

    private static List<String> names(Path projects) {
        try (Stream<Path> folders = Files.list(projects)) {
            return folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void choose(IWorkbenchWindow window, List<String> names) {
        ListDialog dialog = new ListDialog(window.getShell());
        dialog.setTitle(messages.get("project.open"));
        dialog.setMessage(messages.get("project.choose"));
        dialog.setElements(names.toArray());
        if (dialog.open() == Window.OK && dialog.getFirstResult() instanceof String name) {
            new ProjectSwitch(window).to(name);
        }
    }

    private static final class ListDialog extends ElementListSelectionDialog {

        ListDialog(Shell parent) {
            super(parent, new LabelProvider());
        }

        @Override
        protected Button createButton(Composite parent, int id, String label, boolean isDefault) {
            return super.createButton(parent, id, DialogLabels.of(id, label), isDefault);
        }
    }
}
