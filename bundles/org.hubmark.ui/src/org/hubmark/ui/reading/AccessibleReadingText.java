package org.hubmark.ui.reading;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleTextEvent;
import org.eclipse.swt.accessibility.AccessibleTextExtendedAdapter;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.hubmark.ui.reading.model.CaretModel;
import org.hubmark.ui.reading.model.CaretUnit;
import org.hubmark.ui.reading.model.Range;

/** Text, caret and selection for screen readers, in reading offsets. Display thread. */
final class AccessibleReadingText extends AccessibleTextExtendedAdapter {

    private final Interaction view;

    AccessibleReadingText(Interaction view) {
        this.view = view;
    }

    @Override
    public void getCaretOffset(AccessibleTextEvent event) {
        event.offset = view.page().map(p -> p.caret().caret()).orElse(0);
    }

    @Override
    public void getCharacterCount(AccessibleTextEvent event) {
        event.count = length();
    }

    @Override
    public void getSelectionCount(AccessibleTextEvent event) {
        event.count = view.selection().isEmpty() ? 0 : 1;
    }

    @Override
    public void getSelection(AccessibleTextEvent event) {
        getSelectionRange(event);
        event.start = view.selection().start();
        event.end = view.selection().end();
    }

    @Override
    public void getSelectionRange(AccessibleTextEvent event) {
        event.offset = view.selection().start();
        event.length = view.selection().end() - view.selection().start();
    }

    @Override
    public void setSelection(AccessibleTextEvent event) {
        view.place(page -> page.caret().select(event.start, event.end));
        event.result = ACC.OK;
    }

    @Override
    public void addSelection(AccessibleTextEvent event) {
        setSelection(event);
    }

    @Override
    public void removeSelection(AccessibleTextEvent event) {
        view.place(page -> page.caret().moveTo(page.caret().caret(), false, false));
        event.result = ACC.OK;
    }

    @Override
    public void setCaretOffset(AccessibleTextEvent event) {
        view.reveal(Math.clamp(event.offset, 0, length()));
        event.result = ACC.OK;
    }

    @Override
    public void scrollText(AccessibleTextEvent event) {
        view.page().ifPresent(page -> page.reveal(Math.clamp(event.start, 0, length()), false));
        view.canvas().redraw();
        event.result = ACC.OK;
    }

    @Override
    public void getText(AccessibleTextEvent event) {
        view.page().ifPresent(page -> {
            Range range = event.type == ACC.TEXT_BOUNDARY_ALL ? new Range(event.start, event.end) : unit(page, event);
            int start = Math.clamp(range.start(), 0, length());
            int end = Math.clamp(range.end() < 0 ? length() : range.end(), start, length());
            event.start = start;
            event.end = end;
            event.result = view.text(new Range(start, end));
        });
    }

    /** The character, clause, sentence, line or paragraph around an offset, or so many of them before or after it. */
    private static Range unit(Page page, AccessibleTextEvent event) {
        CaretModel reader = new CaretModel(page.text());
        reader.moveTo(event.start, false, false);
        CaretUnit unit = switch (event.type) {
            case ACC.TEXT_BOUNDARY_CHAR -> CaretUnit.CHARACTER;
            case ACC.TEXT_BOUNDARY_WORD -> CaretUnit.CLAUSE;
            case ACC.TEXT_BOUNDARY_SENTENCE -> CaretUnit.SENTENCE;
            case ACC.TEXT_BOUNDARY_PARAGRAPH -> CaretUnit.PARAGRAPH;
            default -> CaretUnit.LINE;
        };
        if (event.count < 0 && unit != CaretUnit.LINE && unit != CaretUnit.CHARACTER) {
            // from inside a clause one step back only leads to its own start
            reader.selectAround(unit);
            reader.moveTo(reader.selection().start(), false, false);
        }
        for (int i = 0; i < Math.abs(event.count); i++) {
            step(page, reader, unit, event.count > 0);
        }
        if (unit == CaretUnit.LINE) {
            return line(page, reader.caret());
        }
        if (unit == CaretUnit.CHARACTER) {
            reader.step(unit, true, true);
        } else {
            reader.selectAround(unit);
        }
        return reader.selection();
    }

    private static void step(Page page, CaretModel reader, CaretUnit unit, boolean forward) {
        if (unit == CaretUnit.LINE) {
            Range line = line(page, reader.caret());
            int next = isWrapped(page, line.end()) ? line.end() : line.end() + 1;
            reader.moveTo(forward ? next : line.start() - 1, false, false);
        } else {
            reader.step(unit, forward, false);
        }
    }

    private static boolean isWrapped(Page page, int lineEnd) {
        return lineEnd < page.text().text().length() && page.text().text().charAt(lineEnd) != '\n';
    }

    private static Range line(Page page, int offset) {
        LaidBlock block = page.laid(page.blockAt(offset));
        return new Range(block.lineEdge(offset, false, false).offset(), block.lineEdge(offset, false, true).offset());
    }

    @Override
    public void getVisibleRanges(AccessibleTextEvent event) {
        view.page().ifPresent(page -> {
            var visible = page.visible();
            event.start = page.laid(visible.getFirst().block()).start();
            event.end = page.laid(visible.getLast().block()).end();
        });
    }

    @Override
    public void getOffsetAtPoint(AccessibleTextEvent event) {
        Point point = view.canvas().toControl(event.x, event.y);
        event.offset = view.page().map(page -> page.character(point.x, point.y)).orElse(-1);
    }

    @Override
    public void getTextBounds(AccessibleTextEvent event) {
        view.page().ifPresent(page -> page.caretBounds(event.start, false).ifPresent(first -> {
            Rectangle all = page.caretBounds(event.end, true).map(first::union).orElse(first);
            Rectangle bounds = view.canvas().getDisplay().map(view.canvas(), null, all);
            event.x = bounds.x;
            event.y = bounds.y;
            event.width = bounds.width;
            event.height = bounds.height;
        }));
    }

    private int length() {
        return view.page().map(p -> p.text().text().length()).orElse(0);
    }
}
