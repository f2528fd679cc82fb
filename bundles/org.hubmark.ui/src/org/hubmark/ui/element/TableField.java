package org.hubmark.ui.element;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.hubmark.core.command.ElementCommands;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.ui.Errors;
import org.hubmark.ui.Rights;
import org.hubmark.ui.evidence.DraggedPassage;

/**
 * A table of objects that belong to an element, edited in place: select a row to see its evidence, drop a passage on
 * it to make it evidence.
 */
final class TableField implements FormField {

    private static final int MIN_LINES = 2;
    private static final int MAX_LINES = 10;

    /** @param write null for a column that can't be edited */
    record Column(String title, int weight, Function<EObject, String> read, BiConsumer<EObject, String> write) {
    }

    private final FormContext context;
    private final Supplier<List<? extends EObject>> rows;
    private final List<Column> columns;
    private final Messages messages = Messages.of(TableField.class);
    private TableViewer viewer;
    private Runnable add;

    TableField(FormContext context, Supplier<List<? extends EObject>> rows, List<Column> columns) {
        this.context = context;
        this.rows = rows;
        this.columns = columns;
    }

    TableField create(Composite parent, Runnable onAdd) {
        add = onAdd;
        Composite holder = context.toolkit().createComposite(parent);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(holder);
        Table table = context.toolkit().createTable(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        viewer = new TableViewer(table);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        columns.forEach(c -> column(layout, c));
        viewer.addSelectionChangedListener(e -> {
            if (!e.getSelection().isEmpty()) {
                context.selections().setSelection(new StructuredSelection(e.getStructuredSelection().toList()));
            }
        });
        viewer.addDropSupport(DND.DROP_COPY | DND.DROP_LINK | DND.DROP_DEFAULT,
                new Transfer[] {LocalSelectionTransfer.getTransfer()}, new Drop(viewer));
        buttons(parent);
        return this;
    }

    void onOpen(Consumer<EObject> open) {
        viewer.addDoubleClickListener(e -> open.accept((EObject) viewer.getStructuredSelection().getFirstElement()));
    }

    private void column(TableColumnLayout layout, Column column) {
        TableViewerColumn viewerColumn = new TableViewerColumn(viewer, SWT.LEAD);
        viewerColumn.getColumn().setText(column.title());
        layout.setColumnData(viewerColumn.getColumn(), new ColumnWeightData(column.weight(), true));
        viewerColumn.setLabelProvider(ColumnLabelProvider.createTextProvider(o -> read(column, o)));
        if (column.write() != null) {
            viewerColumn.setEditingSupport(new Editing(viewer, column, context.session()));
        }
    }

    private void buttons(Composite parent) {
        Composite bar = context.toolkit().createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(bar);
        button(bar, messages.get("table.add"), add);
        button(bar, messages.get("table.remove"), this::remove);
    }

    private void button(Composite bar, String text, Runnable action) {
        Button button = context.toolkit().createButton(bar, text, SWT.PUSH);
        button.addListener(SWT.Selection, e -> action.run());
    }

    private void remove() {
        if (viewer.getStructuredSelection().getFirstElement() instanceof EObject object) {
            Session session = context.session();
            String label = messages.get("table.removed", context.names().of(object));
            ElementCommands.delete(session, Set.of(Session.id(object))).whenComplete((changes, failure) -> {
                if (failure != null) {
                    Errors.show(messages.get("table.failed"), failure);
                } else {
                    session.execute(label, changes);
                }
            });
        }
    }

    private static String read(Column column, Object object) {
        String text = column.read().apply((EObject) object);
        return text == null ? "" : text;
    }

    @Override
    public void refresh() {
        if (viewer.isCellEditorActive()) {
            return;
        }
        List<? extends EObject> now = rows.get();
        StructuredSelection selected = new StructuredSelection(viewer.getStructuredSelection().toList());
        viewer.setInput(now);
        viewer.setSelection(selected);
        Table table = viewer.getTable();
        int lines = Math.clamp(now.size(), MIN_LINES, MAX_LINES);
        int height = table.getHeaderHeight() + table.getItemHeight() * lines + 2 * table.getBorderWidth();
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, height).applyTo(table.getParent());
        table.getParent().requestLayout();
    }

    private static final class Editing extends EditingSupport {

        private final Column column;
        private final Session session;
        private final TextCellEditor editor;

        Editing(TableViewer viewer, Column column, Session session) {
            super(viewer);
            this.session = session;
            this.column = column;
            editor = new TextCellEditor(viewer.getTable());
        }

        @Override
        protected CellEditor getCellEditor(Object object) {
            return editor;
        }

        @Override
        protected boolean canEdit(Object object) {
            return Rights.mayEdit(session);
        }

        @Override
        protected Object getValue(Object object) {
            return read(column, object);
        }

        @Override
        protected void setValue(Object object, Object value) {
            String text = String.valueOf(value).strip();
            if (!text.equals(read(column, object))) {
                column.write().accept((EObject) object, text);
            }
        }
    }

    private static final class Drop extends ViewerDropAdapter {

        Drop(TableViewer viewer) {
            super(viewer);
            setFeedbackEnabled(false);
        }

        @Override
        public boolean validateDrop(Object target, int operation, TransferData type) {
            overrideOperation(DND.DROP_COPY);
            return target instanceof EObject;
        }

        @Override
        public boolean performDrop(Object data) {
            if (getCurrentTarget() instanceof EObject target && data instanceof StructuredSelection selection
                    && selection.getFirstElement() instanceof DraggedPassage passage) {
                passage.becomeEvidenceOf(Session.id(target));
                return true;
            }
            return false;
        }
    }
}
