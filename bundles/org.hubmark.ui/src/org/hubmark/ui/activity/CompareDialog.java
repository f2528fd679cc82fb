package org.hubmark.ui.activity;

import java.util.function.Function;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.hubmark.core.history.ChangeLine;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.ui.ColumnMemory;
import org.hubmark.ui.DialogLabels;
import org.hubmark.ui.DialogSizes;
import org.hubmark.ui.Reveal;
import org.hubmark.ui.Tooltips;

/** Shows what is otherwise now than it was at a revision; work goes on beside it. Double click jumps. Display thread. */
final class CompareDialog extends Dialog {

    private final Session session;
    private final Comparison comparison;
    private final Messages messages = Messages.of(CompareDialog.class);

    CompareDialog(Shell parent, Session session, Comparison comparison) {
        super(parent);
        this.session = session;
        this.comparison = comparison;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(messages.get("compare.title", comparison.from(), comparison.to()));
    }

    @Override
    protected IDialogSettings getDialogBoundsSettings() {
        return DialogSizes.of(CompareDialog.class);
    }

    @Override
    protected Point getInitialSize() {
        Point kept = super.getInitialSize();
        return new Point(Math.max(kept.x, convertWidthInCharsToPixels(110)),
                Math.max(kept.y, convertHeightInCharsToPixels(24)));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.CANCEL_ID, "", true);
    }

    @Override
    protected Button createButton(Composite parent, int id, String label, boolean isDefault) {
        return super.createButton(parent, id, DialogLabels.of(IDialogConstants.CLOSE_ID, label), isDefault);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label label = new Label(area, SWT.WRAP);
        label.setText(comparison.lines().isEmpty() ? messages.get("compare.same")
                : messages.get("compare.count", comparison.lines().size(), comparison.more()));
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(label);
        Composite holder = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(holder);
        TableViewer viewer = new TableViewer(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
        viewer.getTable().setHeaderVisible(true);
        ColumnViewerToolTipSupport.enableFor(viewer);
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        ColumnMemory memory = new ColumnMemory(DialogSizes.of(CompareDialog.class), viewer.getTable());
        column(viewer, layout, memory, messages.get("compare.object"), 10, line -> line.type() + ' ' + line.name());
        column(viewer, layout, memory, messages.get("compare.what"), 5, this::what);
        column(viewer, layout, memory, messages.get("compare.then", comparison.from()), 8, ChangeLine::before);
        column(viewer, layout, memory, messages.get("compare.now", comparison.to()), 8, ChangeLine::after);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setInput(comparison.lines());
        viewer.addOpenListener(e -> new Reveal(session)
                .open(((ChangeLine) viewer.getStructuredSelection().getFirstElement()).object()));
        return area;
    }

    private String what(ChangeLine line) {
        return switch (line.kind()) {
            case CREATED, RESTORED -> messages.get("compare.created");
            case DELETED -> messages.get("compare.deleted");
            case MOVED -> messages.get("compare.moved");
            case CHANGED, ADDED, REMOVED -> line.feature();
        };
    }

    private static void column(TableViewer viewer, TableColumnLayout layout, ColumnMemory memory, String title,
            int weight, Function<ChangeLine, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEAD);
        column.getColumn().setText(title);
        memory.place(layout, column.getColumn(), weight);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object line) {
                String value = text.apply((ChangeLine) line);
                return value == null ? "" : value;
            }

            @Override
            public String getToolTipText(Object line) {
                return Tooltips.of(((ChangeLine) line).text());
            }
        });
    }
}
