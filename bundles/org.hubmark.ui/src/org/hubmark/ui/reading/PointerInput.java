package org.hubmark.ui.reading;

import java.util.Optional;
import java.util.UUID;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.hubmark.ui.reading.LaidBox.Hit;
import org.hubmark.ui.reading.model.Range;

/** The mouse: selecting with autoscroll, clicking and hovering marks, starting a drag, zooming with the wheel. */
final class PointerInput {

    private static final int SCROLL_MILLIS = 30;

    private final Interaction view;
    private final Canvas canvas;
    private boolean selecting;
    private boolean lost;
    private Optional<UUID> pressedMark = Optional.empty();
    private int lastX;
    private int lastY;
    private boolean scrolling;

    PointerInput(Interaction view, Canvas canvas) {
        this.view = view;
        this.canvas = canvas;
        // a press in the selection asks for a drag itself: elsewhere a drag selects
        canvas.setDragDetect(false);
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseExit, event -> view.hover(Optional.empty()));
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
    }

    private void down(Event event) {
        canvas.setFocus();
        if (view.page().isEmpty()) {
            return;
        }
        pressedMark = view.barAt(event.x, event.y);
        if (event.button == 3 && pressedMark.isEmpty() && !inSelection(event)) {
            place(event, 1);
        }
        if (event.button != 1 || startsDrag(event)) {
            return;
        }
        selecting = pressedMark.isEmpty();
        lost = false;
        lastX = event.x;
        lastY = event.y;
        if (selecting) {
            place(event, event.count);
        }
    }

    private void place(Event event, int clicks) {
        Page page = view.page().orElseThrow();
        Hit hit = page.hit(event.x, event.y);
        int inside = clicks > 1 ? page.character(event.x, event.y) : -1;
        boolean extend = (event.stateMask & SWT.SHIFT) != 0;
        int offset = inside >= 0 ? inside : hit.offset();
        view.place(p -> p.caret().press(offset, inside < 0 && hit.atLineEnd(), clicks, extend));
    }

    /** A drag begins on a bar or on the selection, if anybody wants to hear of it. */
    private boolean startsDrag(Event event) {
        boolean draggable = pressedMark.isPresent() || event.count == 1 && inSelection(event);
        if (!draggable || !canvas.isListening(SWT.DragDetect)) {
            return false;
        }
        view.dragFrom(pressedMark);
        return canvas.dragDetect(event);
    }

    private boolean inSelection(Event event) {
        Page page = view.page().orElseThrow();
        Range selection = page.caret().selection();
        int character = page.character(event.x, event.y);
        return character >= selection.start() && character < selection.end();
    }

    private void move(Event event) {
        boolean held = (event.stateMask & SWT.BUTTON1) != 0;
        // GTK tells of the last move with the button as it is by then, so that it may be up before its release comes;
        // if none comes next, the release has gone to another window
        selecting &= held || !lost;
        lost = selecting && !held;
        if (!selecting || !held) {
            view.hoverAt(event.x, event.y);
            return;
        }
        lastX = event.x;
        lastY = event.y;
        extend();
        if (beyond() != 0 && !scrolling) {
            scrolling = true;
            canvas.getDisplay().timerExec(SCROLL_MILLIS, this::autoscroll);
        }
    }

    private void extend() {
        view.place(page -> {
            int y = Math.clamp(lastY, 0, Math.max(0, page.flow().viewHeight() - 1));
            Hit hit = page.hit(lastX, y);
            page.caret().drag(hit.offset(), hit.atLineEnd());
        });
    }

    /** A quick drag may be over without a last move; a release where the pointer has been changes nothing. */
    private void extendTo(Event event) {
        if (event.x != lastX || event.y != lastY) {
            lastX = event.x;
            lastY = event.y;
            extend();
        }
    }

    private void autoscroll() {
        scrolling = false;
        if (canvas.isDisposed() || !selecting || beyond() == 0) {
            return;
        }
        view.scrollBy(beyond());
        extend();
        scrolling = true;
        canvas.getDisplay().timerExec(SCROLL_MILLIS, this::autoscroll);
    }

    /** How far the pointer is above (negative) or below the window, in pixels. */
    private int beyond() {
        int height = canvas.getClientArea().height;
        return lastY < 0 ? lastY : Math.max(0, lastY - height);
    }

    private void up(Event event) {
        if (event.button != 1) {
            return;
        }
        boolean clicked = event.count == 1 && (event.stateMask & SWT.MODIFIER_MASK) == 0;
        if (selecting) {
            extendTo(event);
            selecting = false;
            view.selected();
            if (clicked && view.selection().isEmpty()) {
                view.clicked(event.x, event.y);
            }
        } else if (clicked && pressedMark.isPresent() && pressedMark.equals(view.barAt(event.x, event.y))) {
            view.activate(pressedMark.get());
        }
        pressedMark = Optional.empty();
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            view.perform(event.count > 0 ? ReadingAction.ZOOM_IN : ReadingAction.ZOOM_OUT);
            event.doit = false;
        }
    }
}
