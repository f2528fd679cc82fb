package org.hubmark.ui.transfer;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;

/** Tells what an import has brought: encoding, recognised briefings, warnings, files left out. Display thread. */
final class ImportReport extends Dialog {

    private final List<ImportedFile> files;
    private final Messages messages = Messages.of(ImportReport.class);

    ImportReport(List<ImportedFile> files) {
        super(Display.getDefault().getActiveShell());
        this.files = files;
        setBlockOnOpen(false);
    }

    void show() {
        open();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(messages.get("import.title"));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Point getInitialSize() {
        return new Point(convertWidthInCharsToPixels(90), convertHeightInCharsToPixels(22));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Text text = new Text(area, SWT.MULTI | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL | SWT.READ_ONLY);
        text.setText(files.stream().map(this::tell).collect(Collectors.joining("\n\n")));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, messages.get("import.ok"), true);
    }

    private String tell(ImportedFile file) {
        if (file.problem() != null) {
            return messages.get("import.failed", file.fileName(), file.problem());
        }
        if (file.known()) {
            return messages.get("import.known", file.fileName(), file.title());
        }
        String done = messages.get("import.done", file.fileName(), file.title(), file.charset());
        String pack = file.pack() ? "\n" + messages.get("import.pack", file.passages(), file.evidence()) : "";
        String warnings = file.warnings().stream().map(w -> "\n" + messages.get("import.warning", w))
                .collect(Collectors.joining());
        return done + pack + warnings;
    }
}
