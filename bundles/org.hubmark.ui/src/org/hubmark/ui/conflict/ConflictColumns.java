package org.hubmark.ui.conflict;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.hubmark.core.conflict.ConflictView;
import org.hubmark.core.conflict.ConflictView.Item;
import org.hubmark.core.nls.Messages;
import org.hubmark.ui.ColumnMemory;
import org.hubmark.ui.DialogSizes;
import org.hubmark.ui.Icons;
import org.hubmark.ui.Times;
import org.hubmark.ui.Tooltips;

/** The columns of the Conflicts view. */
final class ConflictColumns {

    private final Decisions decisions;
    private final Times times = Times.ofUser();
    private final Messages messages = Messages.of(ConflictColumns.class);
    private final ResourceManager images = new LocalResourceManager(JFaceResources.getResources());

    ConflictColumns(Decisions decisions) {
        this.decisions = decisions;
    }

    void create(TableViewer viewer, Composite holder) {
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        holder.addDisposeListener(e -> images.dispose());
        viewer.getTable().setHeaderVisible(true);
        ColumnViewerToolTipSupport.enableFor(viewer);
        ColumnMemory memory = new ColumnMemory(DialogSizes.of(ConflictColumns.class), viewer.getTable());
        column(viewer, layout, memory, "column.step", 9, new Label(ConflictView::label) {
            @Override
            public Image getImage(Object conflict) {
                return images.get((((ConflictView) conflict).isOpen() ? Icons.CONFLICT : Icons.DECIDED).descriptor());
            }
        });
        column(viewer, layout, memory, "column.about", 12, new Label(ConflictColumns::about));
        column(viewer, layout, memory, "column.author", 4, new Label(ConflictView::author));
        column(viewer, layout, memory, "column.against", 4, new Label(ConflictColumns::against));
        column(viewer, layout, memory, "column.when", 10, new Label(c -> times.of(c.created())));
        column(viewer, layout, memory, "column.state", 7, new Label(decisions::state));
        memory.order();
    }

    /** @param weight how wide it is beside the others, and half of the characters it shows at least */
    private void column(TableViewer viewer, TableColumnLayout layout, ColumnMemory memory, String title, int weight,
            Label label) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEAD);
        column.getColumn().setText(messages.get(title));
        column.getColumn().setMoveable(true);
        memory.place(layout, column.getColumn(), weight);
        column.setLabelProvider(label);
    }

    /** What it is about: all objects, each once. */
    static String about(ConflictView conflict) {
        return conflict.items().stream().map(Item::name).filter(Objects::nonNull).distinct()
                .collect(Collectors.joining(" · "));
    }

    /** Whose work stands in the way. */
    static String against(ConflictView conflict) {
        return conflict.items().stream().map(Item::who).filter(Objects::nonNull).distinct()
                .collect(Collectors.joining(" · "));
    }

    /** A cell in full, for it may be cut, and below it what it is all about. */
    static String tip(ConflictView conflict, String cell) {
        String all = conflict.text();
        return Tooltips.of(cell.isEmpty() || all.contains(cell) ? all : cell + '\n' + all);
    }

    /** What was decided is quiet. */
    private static class Label extends ColumnLabelProvider {

        private final Function<ConflictView, String> text;

        Label(Function<ConflictView, String> text) {
            this.text = text;
        }

        @Override
        public String getText(Object conflict) {
            return Objects.requireNonNullElse(text.apply((ConflictView) conflict), "");
        }

        @Override
        public Color getForeground(Object conflict) {
            return ((ConflictView) conflict).isOpen() ? null
                    : JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR);
        }

        @Override
        public String getToolTipText(Object conflict) {
            return tip((ConflictView) conflict, getText(conflict));
        }
    }
}
