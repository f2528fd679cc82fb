package org.hubmark.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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
import org.hubmark.core.project.ProjectPlace;
import org.hubmark.core.project.ServerProject;
import org.hubmark.ui.DialogLabels;
import org.hubmark.ui.DialogSizes;
import org.hubmark.ui.Errors;
import org.hubmark.ui.team.ServerMemory;

/** File › Open project…: one of those that this machine keeps, or one on a server that was open before. */
public final class OpenProjectHandler extends AbstractHandler {

    private final Messages messages = Messages.of(OpenProjectHandler.class);

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        Path data = DataFolder.current();
        ServerMemory memory = window.getWorkbench().getService(ServerMemory.class);
        CompletableFuture.supplyAsync(() -> places(data, memory)).whenComplete((places, failure) -> {
            if (failure != null) {
                Errors.show(messages.get("project.unlisted", data), failure);
            } else {
                window.getShell().getDisplay().asyncExec(() -> choose(window, places));
            }
        });
        return null;
    }

    private static List<ProjectPlace> places(Path data, ServerMemory memory) {
        return Stream.<ProjectPlace>concat(new LocalProjects(data).all().stream(), memory.projects().stream())
                .toList();
    }

    private void choose(IWorkbenchWindow window, List<ProjectPlace> places) {
        ListDialog dialog = new ListDialog(window.getShell(), this::label);
        dialog.setTitle(messages.get("project.open"));
        dialog.setMessage(messages.get("project.choose"));
        dialog.setElements(places.toArray());
        if (dialog.open() == Window.OK && dialog.getFirstResult() instanceof ProjectPlace place) {
            new ProjectSwitch(window).to(place);
        }
    }

    private String label(Object place) {
        return place instanceof ServerProject(var address, String account, var id, String name, var folder)
                ? messages.get("project.onServer", name, address, account)
                : ((ProjectPlace) place).name();
    }

    private static final class ListDialog extends ElementListSelectionDialog {

        ListDialog(Shell parent, Function<Object, String> labels) {
            super(parent, LabelProvider.createTextProvider(labels));
            setDialogBoundsSettings(DialogSizes.of(ListDialog.class), DIALOG_PERSISTSIZE);
        }

        @Override
        protected Button createButton(Composite parent, int id, String label, boolean isDefault) {
            return super.createButton(parent, id, DialogLabels.of(id, label), isDefault);
        }
    }
}
