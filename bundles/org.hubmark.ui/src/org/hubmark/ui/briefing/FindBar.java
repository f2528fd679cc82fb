package org.hubmark.ui.briefing;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.Segment;
import org.hubmark.ui.reading.ReadingView;
import org.hubmark.ui.reading.model.TextSearch;

/**
 * Finds words in the text while they are typed, and goes from one place to the next; what was found is selected, so
 * that it can be marked at once. Docked in the editor, hidden until it is asked. Display thread.
 */
final class FindBar {

    private static final int COUNT_IN_CHARS = 18;

    private final ReadingView view;
    private final Supplier<Optional<ReadingText>> text;
    private final Messages messages = Messages.of(FindBar.class);
    private final Composite bar;
    private final Text field;
    private final Label count;
    private List<Segment> found = List.of();
    private int current;
    /** Where the reader was when the search began, in the reading text. */
    private int origin;

    /** @param text what is searched; empty while there is none */
    FindBar(Composite parent, ReadingView view, Supplier<Optional<ReadingText>> text) {
        this.view = view;
        this.text = text;
        bar = new Composite(parent, SWT.BORDER);
        GridLayoutFactory.swtDefaults().numColumns(6).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(bar);
        bar.setVisible(false);
        new Label(bar, SWT.NONE).setText(messages.get("find.prompt"));
        field = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(field);
        field.addModifyListener(e -> search());
        field.addKeyListener(KeyListener.keyPressedAdapter(this::keyPressed));
        count = new Label(bar, SWT.NONE);
        int width = new PixelConverter(count).convertWidthInCharsToPixels(COUNT_IN_CHARS);
        GridDataFactory.swtDefaults().hint(width, SWT.DEFAULT).applyTo(count);
        button(SWT.ARROW | SWT.UP, "find.previous", () -> next(false));
        button(SWT.ARROW | SWT.DOWN, "find.next", () -> next(true));
        button(SWT.PUSH, "find.close", this::close).setText(messages.get("find.close"));
    }

    private Button button(int style, String tooltip, Runnable action) {
        Button button = new Button(bar, style);
        button.setToolTipText(messages.get(tooltip));
        button.addListener(SWT.Selection, e -> action.run());
        return button;
    }

    /** Asks what to find; a few selected words are what is proposed. */
    void open() {
        if (text.get().isEmpty()) {
            return;
        }
        origin = view.readingSelection().map(Segment::start)
                .orElseGet(() -> text.get().orElseThrow().toReading(view.caret()));
        String selected = view.selectedText();
        show(true);
        if (!selected.isEmpty() && selected.indexOf('\n') < 0 && !field.getText().equals(selected)) {
            field.setText(selected);
        } else {
            search();
        }
        field.selectAll();
        field.setFocus();
    }

    boolean isOpen() {
        return bar.getVisible();
    }

    /** Goes to the next place, or the one before; after the last comes the first. Opens the bar if it is hidden. */
    void next(boolean forward) {
        if (!isOpen()) {
            open();
        } else if (!found.isEmpty()) {
            current = Math.floorMod(current + (forward ? 1 : -1), found.size());
            reveal();
        }
    }

    private void search() {
        found = isOpen() ? text.get().map(t -> new TextSearch(t.text()).find(field.getText())).orElse(List.of())
                : List.of();
        current = 0;
        while (current < found.size() - 1 && found.get(current).start() < origin) {
            current++;
        }
        if (!found.isEmpty() && found.get(current).start() < origin) {
            current = 0;
        }
        reveal();
    }

    private void reveal() {
        count.setText(found.isEmpty() ? field.getText().isEmpty() ? "" : messages.get("find.none")
                : messages.get("find.count", current + 1, found.size()));
        Optional<ReadingText> shown = text.get();
        if (shown.isPresent() && !found.isEmpty()) {
            List<Segment> source = shown.get().toSource(found.get(current));
            if (!source.isEmpty()) {
                view.reveal(source.getFirst().start());
                view.select(source);
            }
        }
    }

    private void keyPressed(KeyEvent e) {
        switch (e.keyCode) {
            case SWT.CR, SWT.KEYPAD_CR -> {
                next((e.stateMask & SWT.SHIFT) == 0);
                e.doit = false;
            }
            case SWT.ESC -> close();
            default -> e.doit = true;
        }
    }

    private void close() {
        show(false);
        view.control().setFocus();
    }

    private void show(boolean visible) {
        bar.setVisible(visible);
        ((GridData) bar.getLayoutData()).exclude = !visible;
        bar.getParent().layout(true, true);
    }
}
