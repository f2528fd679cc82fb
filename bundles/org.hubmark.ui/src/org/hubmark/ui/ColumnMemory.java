package org.hubmark.ui;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.layout.AbstractColumnLayout;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.Widget;

/**
 * The widths and the order of the columns of one table or tree, as the user left them. Keeps nothing where there is no
 * platform. Display thread.
 */
public final class ColumnMemory {

    private static final String WIDTHS = "columns.widths";
    private static final String ORDER = "columns.order";
    /** Least width of a column in characters, per weight. */
    private static final int CHARS = 2;
    /** What a title needs beside its characters. */
    private static final int PADDING = 3;

    private final IDialogSettings settings;
    private final Control control;
    private final int[] widths;
    private boolean shown;

    /** @param settings may be null */
    public ColumnMemory(IDialogSettings settings, Control control) {
        this.settings = settings;
        this.control = control;
        widths = numbers(WIDTHS);
        control.addListener(SWT.Paint, e -> shown = true);
        control.addListener(SWT.Dispose, e -> keep());
    }

    /** Lays out the next column: as wide as it was, else by its weight. */
    public void place(AbstractColumnLayout layout, Item column, int weight) {
        int index = columns().length - 1;
        int title = column.getText().codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum() + PADDING;
        int least = new PixelConverter(control).convertWidthInCharsToPixels(Math.max(title, weight * CHARS));
        boolean known = index < widths.length && widths[index] > 0;
        layout.setColumnData(column, known ? new ColumnWeightData(widths[index], least, true)
                : new ColumnWeightData(weight * (widths.length == 0 ? 1 : 10), least, true));
    }

    /** Brings the order back, when all columns are there. */
    public void order() {
        int[] order = numbers(ORDER);
        int[] sorted = Arrays.stream(order).sorted().toArray();
        if (order.length > 0 && Arrays.equals(sorted, IntStream.range(0, columns().length).toArray())) {
            if (control instanceof Table table) {
                table.setColumnOrder(order);
            } else {
                ((Tree) control).setColumnOrder(order);
            }
        }
    }

    /** What was never shown has no widths worth keeping. */
    private void keep() {
        if (settings == null || !shown) {
            return;
        }
        settings.put(WIDTHS, texts(Arrays.stream(columns()).mapToInt(ColumnMemory::width).toArray()));
        settings.put(ORDER, texts(control instanceof Table table ? table.getColumnOrder()
                : ((Tree) control).getColumnOrder()));
    }

    private Widget[] columns() {
        return control instanceof Table table ? table.getColumns() : ((Tree) control).getColumns();
    }

    private static int width(Widget column) {
        return column instanceof TableColumn c ? c.getWidth() : ((TreeColumn) column).getWidth();
    }

    private int[] numbers(String key) {
        String[] kept = settings == null ? null : settings.getArray(key);
        return kept == null || !Arrays.stream(kept).allMatch(k -> k.matches("\\d{1,5}")) ? new int[0]
                : Arrays.stream(kept).mapToInt(Integer::parseInt).toArray();
    }

    private static String[] texts(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(String::valueOf).toArray(String[]::new);
    }
}
