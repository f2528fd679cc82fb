package org.hubmark.ui.activity;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.hubmark.core.nls.Messages;
import org.hubmark.ui.ColumnMemory;
import org.hubmark.ui.DialogSizes;
import org.hubmark.ui.Times;
import org.hubmark.ui.Tooltips;

/** The columns of the Activity view: what, who, when. */
final class ActivityColumns {

    private final ActivityModel model;
    private final Supplier<Set<UUID>> unread;
    private final Times times = Times.ofUser();
    private final Messages messages = Messages.of(ActivityColumns.class);

    ActivityColumns(ActivityModel model, Supplier<Set<UUID>> unread) {
        this.model = model;
        this.unread = unread;
    }

    void create(TreeViewer viewer, Composite holder) {
        TreeColumnLayout layout = new TreeColumnLayout();
        holder.setLayout(layout);
        viewer.getTree().setHeaderVisible(true);
        ColumnViewerToolTipSupport.enableFor(viewer);
        ColumnMemory memory = new ColumnMemory(DialogSizes.of(ActivityColumns.class), viewer.getTree());
        column(viewer, layout, memory, messages.get("column.what"), 16, this::what);
        column(viewer, layout, memory, messages.get("column.who"), 4,
                row -> row instanceof ActivityRow.Entry ? row.revision().author() : "");
        column(viewer, layout, memory, messages.get("column.when"), 5,
                row -> row instanceof ActivityRow.Entry ? times.of(row.revision().when()) : "");
    }

    private void column(TreeViewer viewer, TreeColumnLayout layout, ColumnMemory memory, String title, int weight,
            Function<ActivityRow, String> text) {
        TreeViewerColumn column = new TreeViewerColumn(viewer, SWT.LEAD);
        column.getColumn().setText(title);
        memory.place(layout, column.getColumn(), weight);
        column.setLabelProvider(new Label(text));
    }

    private String what(ActivityRow row) {
        return switch (row) {
            case ActivityRow.Entry(var revision) -> revision.label();
            case ActivityRow.Detail detail -> detail.line().text();
            case ActivityRow.Rest rest -> messages.get("rest", rest.revision().more());
        };
    }

    /** All there is to say of a row, for a tool tip and for the clipboard. */
    String inFull(ActivityRow row) {
        return row instanceof ActivityRow.Entry(var revision) ? messages.get("entry.full", revision.label(),
                revision.author(), times.inFull(revision.when()), String.valueOf(revision.number())) : what(row);
    }

    private final class Label extends ColumnLabelProvider {

        private final Function<ActivityRow, String> text;

        Label(Function<ActivityRow, String> text) {
            this.text = text;
        }

        @Override
        public String getText(Object row) {
            return text.apply((ActivityRow) row);
        }

        @Override
        public String getToolTipText(Object row) {
            return Tooltips.of(inFull((ActivityRow) row));
        }

        @Override
        public Font getFont(Object row) {
            return row instanceof ActivityRow.Entry(var revision) && model.isUnread(revision, unread.get())
                    ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT) : null;
        }

        @Override
        public Color getForeground(Object row) {
            return row instanceof ActivityRow.Entry ? null
                    : JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR);
        }
    }
}
