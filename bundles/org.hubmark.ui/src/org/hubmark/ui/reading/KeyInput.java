package org.hubmark.ui.reading;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.TraverseEvent;
import org.hubmark.ui.reading.model.CaretUnit;

/**
 * The keys of the reading view. Arrows move by character and line; with Ctrl by clause and paragraph; with Alt by
 * sentence. Home, End, Page Up and Page Down as everywhere; Shift extends. F8 and Shift+F8 go from mark to mark, Enter
 * activates the one at the caret. Ctrl with A, C (or Insert), plus, minus and 0. Tab leaves the view.
 */
final class KeyInput {

    private final Interaction view;

    KeyInput(Interaction view) {
        this.view = view;
        view.canvas().addKeyListener(KeyListener.keyPressedAdapter(this::pressed));
        view.canvas().addTraverseListener(KeyInput::traverse);
    }

    /** Arrows, Enter and Page keys are ours; Tab goes on to the next control. */
    private static void traverse(TraverseEvent event) {
        event.doit = switch (event.detail) {
            case SWT.TRAVERSE_TAB_NEXT, SWT.TRAVERSE_TAB_PREVIOUS, SWT.TRAVERSE_ESCAPE, SWT.TRAVERSE_MNEMONIC -> true;
            default -> false;
        };
    }

    private void pressed(KeyEvent event) {
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        boolean alt = (event.stateMask & SWT.ALT) != 0;
        CaretUnit unit = unit(event.keyCode, control, alt);
        if (unit != null) {
            view.moveCaret(unit, isForward(event.keyCode), (event.stateMask & SWT.SHIFT) != 0);
            event.doit = false;
            return;
        }
        ReadingAction action = control ? controlled(event.keyCode) : plain(event);
        if (action != null) {
            view.perform(action);
            event.doit = false;
        }
    }

    private static CaretUnit unit(int key, boolean control, boolean alt) {
        return switch (key) {
            case SWT.ARROW_LEFT, SWT.ARROW_RIGHT -> arrow(alt, control, CaretUnit.CLAUSE, CaretUnit.CHARACTER);
            case SWT.ARROW_UP, SWT.ARROW_DOWN -> arrow(alt, control, CaretUnit.PARAGRAPH, CaretUnit.LINE);
            case SWT.HOME, SWT.END -> control ? CaretUnit.DOCUMENT : CaretUnit.LINE_EDGE;
            case SWT.PAGE_UP, SWT.PAGE_DOWN -> control ? null : CaretUnit.PAGE;
            default -> null;
        };
    }

    private static CaretUnit arrow(boolean alt, boolean control, CaretUnit far, CaretUnit near) {
        if (alt) {
            return CaretUnit.SENTENCE;
        }
        return control ? far : near;
    }

    private static boolean isForward(int key) {
        return key == SWT.ARROW_RIGHT || key == SWT.ARROW_DOWN || key == SWT.END || key == SWT.PAGE_DOWN;
    }

    private static ReadingAction controlled(int key) {
        return switch (key) {
            case 'a' -> ReadingAction.SELECT_ALL;
            case 'c', SWT.INSERT -> ReadingAction.COPY;
            case '+', '=', SWT.KEYPAD_ADD -> ReadingAction.ZOOM_IN;
            case '-', SWT.KEYPAD_SUBTRACT -> ReadingAction.ZOOM_OUT;
            case '0', SWT.KEYPAD_0 -> ReadingAction.ZOOM_RESET;
            default -> null;
        };
    }

    private static ReadingAction plain(KeyEvent event) {
        return switch (event.keyCode) {
            case SWT.F8 -> (event.stateMask & SWT.SHIFT) != 0 ? ReadingAction.PREVIOUS_MARK : ReadingAction.NEXT_MARK;
            case SWT.CR, SWT.KEYPAD_CR -> ReadingAction.ACTIVATE_MARK;
            default -> null;
        };
    }
}
