package org.hubmark.ui.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Caret;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;
import org.hubmark.ui.reading.model.CaretModel;
import org.hubmark.ui.reading.model.Flow;
import org.hubmark.ui.reading.model.Flow.Visible;

/** The widget: paints what is visible, keeps scroll bar and blinking caret where the page is. Display thread. */
final class Surface {

    private final Interaction view;
    private final Canvas canvas;
    private final Caret caret;
    private final Styling styling;
    private Margin margin = Margin.EMPTY;
    private int scrolledTo;

    Surface(Composite parent, Interaction view) {
        this.view = view;
        this.canvas = new Canvas(parent, SWT.V_SCROLL | SWT.DOUBLE_BUFFERED);
        canvas.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        canvas.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        this.caret = new Caret(canvas, SWT.NONE);
        this.styling = new Styling(canvas);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> refresh());
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.getVerticalBar().addListener(SWT.Selection, event -> scrolled());
        canvas.getVerticalBar().setVisible(false);
    }

    Canvas canvas() {
        return canvas;
    }

    Styling styling() {
        return styling;
    }

    Margin margin() {
        return margin;
    }

    /** Adapts the page to size, zoom, font and theme, and shows its present state. */
    void refresh() {
        restyle();
        view.page().ifPresent(page -> page.flow().viewHeight(canvas.getClientArea().height));
        showScrollPlace();
        canvas.redraw();
    }

    private void restyle() {
        if (styling.isStale()) {
            Runnable leftover = styling.refresh();
            view.page().ifPresent(page -> page.style(styling.style()));
            leftover.run();
        }
    }

    /** The heights of the blocks become known only while painting, so bar and caret follow the paint, not the event. */
    private void paint(GC gc) {
        restyle();
        Rectangle area = canvas.getClientArea();
        gc.setBackground(canvas.getBackground());
        gc.fillRectangle(area);
        Optional<Page> page = view.page();
        if (page.isEmpty()) {
            margin = Margin.EMPTY;
            caret.setVisible(false);
            hint(gc, area);
        } else {
            page.get().flow().viewHeight(area.height);
            page(gc, page.get());
        }
        if (canvas.isFocusControl()) {
            gc.setForeground(BlockLayouter.color(styling.style().palette().link()));
            gc.drawRectangle(area.x, area.y, area.width - 1, area.height - 1);
        }
    }

    private void page(GC gc, Page page) {
        List<Visible> visible = page.visible();
        MarkPainter marks = new MarkPainter(gc, page, view.attention(), view.fader()::strength);
        TextPainter text = new TextPainter(gc, page);
        visible.forEach(marks::paint);
        visible.forEach(text::paint);
        gc.setFont(page.style().fonts().label());
        margin = Margin.of(page, gc.getFontMetrics().getHeight() + 2);
        new MarginPainter(gc, page.style(), view.attention(), view.fader()::strength).paint(margin);
        showScrollPlace();
        showCaret(page);
    }

    /** Repaints the blocks on which some of these marks are, and nothing else. */
    void repaint(Set<?> marks) {
        view.page().ifPresent(page -> page.visible().stream().filter(v -> page.isOn(v.block(), marks))
                .forEach(v -> canvas.redraw(0, v.y(), canvas.getClientArea().width,
                        page.laid(v.block()).height() + styling.style().em(), false)));
    }

    private void hint(GC gc, Rectangle area) {
        gc.setForeground(BlockLayouter.color(styling.style().palette().dimmed()));
        TextLayout layout = new TextLayout(gc.getDevice());
        try {
            int pad = styling.style().em();
            layout.setText(view.hint());
            layout.setFont(styling.style().fonts().base());
            layout.setAlignment(SWT.CENTER);
            layout.setWidth(Math.max(pad, area.width - 2 * pad));
            layout.draw(gc, pad, Math.max(0, (area.height - layout.getBounds().height) / 2));
        } finally {
            layout.dispose();
        }
    }

    private void showCaret(Page page) {
        CaretModel model = page.caret();
        Optional<Rectangle> bounds = page.caretBounds(model.caret(), model.atLineEnd());
        caret.setVisible(bounds.isPresent());
        int width = Math.max(1, page.style().em() / 10);
        bounds.map(b -> new Rectangle(b.x, b.y, width, b.height)).filter(b -> !b.equals(caret.getBounds()))
                .ifPresent(caret::setBounds);
    }

    private void showScrollPlace() {
        ScrollBar bar = canvas.getVerticalBar();
        Optional<Flow> flow = view.page().map(Page::flow);
        int total = (int) Math.min(Integer.MAX_VALUE, flow.map(Flow::total).orElse(0L));
        int height = Math.max(1, canvas.getClientArea().height);
        bar.setVisible(total > height);
        if (total > height) {
            int step = 3 * styling.style().em();
            int selection = (int) Math.min(total - height, flow.map(Flow::position).orElse(0L));
            if (bar.getSelection() != selection || bar.getMaximum() != total || bar.getThumb() != height) {
                bar.setValues(selection, 0, total, height, step, Math.max(1, height - step));
            }
            scrolledTo = selection;
        }
    }

    /** Short ways scroll by pixels, so that estimates play no part; long ones jump. */
    private void scrolled() {
        int selection = canvas.getVerticalBar().getSelection();
        view.page().map(Page::flow).ifPresent(flow -> {
            int distance = selection - scrolledTo;
            if (Math.abs(distance) <= 2 * flow.viewHeight()) {
                flow.scrollBy(distance);
            } else {
                boolean toEnd = selection >= canvas.getVerticalBar().getMaximum() - flow.viewHeight();
                flow.jumpTo(toEnd ? flow.total() : selection);
            }
            scrolledTo = selection;
            canvas.redraw();
        });
    }

    void dispose() {
        styling.dispose();
    }
}
