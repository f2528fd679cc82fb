package org.hubmark.ui.reading;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.Segment;
import org.hubmark.ui.reading.model.CaretUnit;
import org.hubmark.ui.reading.model.PlacedMark;
import org.hubmark.ui.reading.model.Range;

/**
 * What the reader does with a page: the one place through which keys, mouse, accessibility and callers change caret,
 * selection, focused mark and zoom, so that the window and the listeners always learn of it. Reading offsets; display
 * thread.
 */
final class Interaction {

    private static final double ZOOM_STEP = 1.1;

    private final Surface surface;
    private final Canvas canvas;
    private final Fader fader;
    private final ReadingClipboard clipboard;
    private final List<ReadingViewListener> listeners = new CopyOnWriteArrayList<>();
    private Optional<Page> page = Optional.empty();
    private Optional<Navigator> navigator = Optional.empty();
    private Attention attention = Attention.NONE;
    private Optional<UUID> draggedMark = Optional.empty();
    private Optional<Segment> announced = Optional.empty();
    private String hint = "";
    private String language = "";
    private Runnable caretObserver = () -> { };

    Interaction(Composite parent) {
        this.surface = new Surface(parent, this);
        this.canvas = surface.canvas();
        this.fader = new Fader(surface);
        this.clipboard = new ReadingClipboard(canvas.getDisplay());
        canvas.addListener(SWT.Dispose, event -> dispose());
    }

    private void dispose() {
        page.ifPresent(Page::dispose);
        page = Optional.empty();
        surface.dispose();
        clipboard.dispose();
    }

    void show(ReadingText text, String languageTag) {
        page.ifPresent(Page::dispose);
        Page shown = new Page(canvas.getDisplay(), text, surface.styling().style());
        page = Optional.of(shown);
        navigator = Optional.of(new Navigator(shown));
        language = languageTag;
        begin();
    }

    void showHint(String sentence) {
        page.ifPresent(Page::dispose);
        page = Optional.empty();
        navigator = Optional.empty();
        hint = sentence;
        begin();
    }

    private void begin() {
        hover(Optional.empty());
        attention = Attention.NONE;
        fader.clear();
        draggedMark = Optional.empty();
        surface.refresh();
        announce();
    }

    void marks(List<Mark> marks) {
        page.ifPresent(p -> {
            p.marks(marks);
            attention = attention.keep(id -> p.marks().find(id).isPresent());
            canvas.redraw();
        });
    }

    Fader fader() {
        return fader;
    }

    Canvas canvas() {
        return canvas;
    }

    Surface surface() {
        return surface;
    }

    Optional<Page> page() {
        return page;
    }

    String hint() {
        return hint;
    }

    String language() {
        return language;
    }

    Attention attention() {
        return attention;
    }

    Optional<UUID> draggedMark() {
        return draggedMark;
    }

    List<ReadingViewListener> listeners() {
        return listeners;
    }

    /** The one who wants to hear of every move of the caret, unlike the listeners of the selection. */
    void observeCaret(Runnable observer) {
        caretObserver = observer;
    }

    Range selection() {
        return page.map(p -> p.caret().selection()).orElse(new Range(0, 0));
    }

    String text(Range range) {
        return page.map(p -> p.text().text().substring(range.start(), range.end())).orElse("");
    }

    void moveCaret(CaretUnit unit, boolean forward, boolean extend) {
        navigator.ifPresent(n -> n.move(unit, forward, extend));
        attention = attention.focus(Optional.empty());
        shown();
        selected();
    }

    /** Changes caret or selection; the view does not scroll. */
    void place(Consumer<Page> change) {
        page.ifPresent(change);
        navigator.ifPresent(Navigator::placed);
        shown();
    }

    private void shown() {
        canvas.redraw();
        announce();
        caretObserver.run();
    }

    private void announce() {
        Optional<Segment> selection = selection().segment();
        if (!selection.equals(announced)) {
            announced = selection;
            List<Segment> source = page.flatMap(p -> selection.map(p.text()::toSource)).orElse(List.of());
            listeners.forEach(l -> l.selectionChanged(source));
        }
    }

    /** The reader is done selecting, for now. */
    void selected() {
        clipboard.offerSelection(text(selection()));
    }

    void copy() {
        clipboard.copy(text(selection()));
    }

    void reveal(int offset) {
        place(p -> {
            p.caret().moveTo(offset, false, false);
            p.reveal(offset, false);
        });
    }

    void revealMark(UUID mark) {
        find(mark).ifPresent(placed -> {
            attention = attention.focus(Optional.of(mark));
            reveal(placed.start());
        });
    }

    private Optional<PlacedMark<Mark>> find(UUID mark) {
        return page.flatMap(p -> p.marks().find(mark));
    }

    private Optional<PlacedMark<Mark>> focusedMark() {
        return attention.focused().flatMap(this::find);
    }

    void nextMark(boolean forward) {
        Optional<PlacedMark<Mark>> next = page.flatMap(p -> focusedMark().map(m -> p.marks().beside(m, forward))
                .orElseGet(() -> p.marks().beside(p.caret().caret(), forward)));
        next.ifPresent(m -> revealMark(m.mark().id()));
    }

    void activateMarkAtCaret() {
        attention.focused().or(() -> page.flatMap(p -> p.markOn(p.caret().caret(), Optional.empty())))
                .ifPresent(this::activate);
    }

    void activate(UUID mark) {
        attention = attention.focus(Optional.of(mark));
        canvas.redraw();
        listeners.forEach(l -> l.markActivated(mark));
    }

    /** A click that selected nothing: on a mark it activates it, elsewhere no mark is focused any more. */
    void clicked(int x, int y) {
        Optional<UUID> mark = page.flatMap(p -> p.markOn(p.character(x, y), attention.focused()));
        mark.ifPresentOrElse(this::activate, () -> {
            attention = attention.focus(Optional.empty());
            canvas.redraw();
        });
    }

    Optional<UUID> barAt(int x, int y) {
        return surface.margin().at(x, y, surface.styling().style().geometry().lane() / 4);
    }

    Optional<UUID> markAt(int x, int y) {
        return barAt(x, y).or(() -> page.flatMap(p -> p.markOn(p.character(x, y), Optional.empty())));
    }

    void hoverAt(int x, int y) {
        boolean onBar = barAt(x, y).isPresent();
        boolean onText = page.filter(p -> p.isInColumn(x)).isPresent();
        canvas.setCursor(canvas.getDisplay().getSystemCursor(onBar ? SWT.CURSOR_HAND
                : onText ? SWT.CURSOR_IBEAM : SWT.CURSOR_ARROW));
        hover(markAt(x, y));
    }

    void hover(Optional<UUID> mark) {
        if (!mark.equals(attention.hovered())) {
            attention = attention.hover(mark);
            String tooltip = mark.flatMap(this::find).map(m -> m.mark().tooltip()).orElse("");
            // a single & would be taken for a mnemonic
            canvas.setToolTipText(tooltip.isEmpty() ? null : tooltip.replace("&", "&&"));
            canvas.redraw();
            listeners.forEach(l -> l.markHovered(mark));
        }
    }

    void dragFrom(Optional<UUID> mark) {
        draggedMark = mark;
    }

    void scrollBy(int pixels) {
        page.ifPresent(p -> p.flow().scrollBy(pixels));
        canvas.redraw();
    }

    void zoom(double zoom) {
        double before = surface.styling().zoom();
        surface.styling().zoom(zoom);
        if (surface.styling().zoom() != before) {
            surface.refresh();
            listeners.forEach(l -> l.zoomChanged(surface.styling().zoom()));
        }
    }

    void zoomStep(boolean in) {
        zoom(surface.styling().zoom() * (in ? ZOOM_STEP : 1 / ZOOM_STEP));
    }

    void perform(ReadingAction action) {
        switch (action) {
            case COPY -> copy();
            case SELECT_ALL -> select(p -> p.caret().selectAll());
            case SELECT_CLAUSE -> select(p -> p.caret().selectAround(CaretUnit.CLAUSE));
            case SELECT_SENTENCE -> select(p -> p.caret().selectAround(CaretUnit.SENTENCE));
            case SELECT_PARAGRAPH -> select(p -> p.caret().selectAround(CaretUnit.PARAGRAPH));
            case NEXT_MARK -> nextMark(true);
            case PREVIOUS_MARK -> nextMark(false);
            case ACTIVATE_MARK -> activateMarkAtCaret();
            case ZOOM_IN -> zoomStep(true);
            case ZOOM_OUT -> zoomStep(false);
            case ZOOM_RESET -> zoom(1);
        }
    }

    private void select(Consumer<Page> selecting) {
        place(selecting);
        selected();
    }
}
