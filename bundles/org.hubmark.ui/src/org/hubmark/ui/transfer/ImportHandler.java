package org.hubmark.ui.transfer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hubmark.core.nls.Messages;
import org.hubmark.ui.Rights;
import org.hubmark.ui.project.ProjectService;

/** File › Import briefings… */
public final class ImportHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Messages messages = Messages.of(ImportHandler.class);
        FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.OPEN | SWT.MULTI);
        dialog.setText(messages.get("import.choose"));
        dialog.setFilterNames(new String[] {messages.get("import.texts"), messages.get("import.all")});
        dialog.setFilterExtensions(new String[] {"*.txt;*.md", "*"});
        if (dialog.open() != null) {
            Path folder = Path.of(dialog.getFilterPath());
            List<Path> files = Arrays.stream(dialog.getFileNames()).map(folder::resolve).toList();
            PlatformUI.getWorkbench().getService(ProjectService.class).session()
                    .ifPresent(session -> new ImportBriefings(session).start(files));
        }
        return null;
    }

    @Override
    public boolean isEnabled() {
        return Rights.mayEdit();
    }
}
