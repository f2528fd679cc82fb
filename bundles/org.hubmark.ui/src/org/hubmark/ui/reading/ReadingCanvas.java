package org.hubmark.ui.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.Segment;
import org.hubmark.ui.reading.model.Range;

/**
 * The reading view on its own canvas: only visible paragraphs are laid out, so that its cost depends on the window and
 * not on the text. This class speaks in source offsets; behind it everything counts in reading offsets.
 */
public final class ReadingCanvas implements ReadingView {

    private final Interaction interaction;

    public ReadingCanvas(Composite parent) {
        this.interaction = new Interaction(parent);
        new KeyInput(interaction);
        new PointerInput(interaction, interaction.canvas());
        new ReadingAccessibility(interaction);
    }

    @Override
    public Control control() {
        return interaction.canvas();
    }

    @Override
    public void show(ReadingText text, String languageTag) {
        interaction.show(text, languageTag);
    }

    @Override
    public void showHint(String hint) {
        interaction.showHint(hint);
    }

    @Override
    public void marks(List<Mark> marks) {
        interaction.marks(marks);
    }

    @Override
    public void fadeIn(Set<UUID> marks) {
        interaction.fader().begin(marks);
    }

    @Override
    public Set<UUID> visibleMarks() {
        return interaction.page().map(Page::visibleMarks).orElse(Set.of());
    }

    @Override
    public void select(List<Segment> source) {
        interaction.place(page -> {
            List<Segment> reading = page.text().toReading(source);
            if (reading.isEmpty()) {
                page.caret().moveTo(page.caret().caret(), page.caret().atLineEnd(), false);
            } else {
                page.caret().select(reading.getFirst().start(), reading.getLast().end());
            }
        });
    }

    @Override
    public List<Segment> selection() {
        return interaction.page().flatMap(p -> readingSelection().map(p.text()::toSource)).orElse(List.of());
    }

    @Override
    public Optional<Segment> readingSelection() {
        return interaction.selection().segment();
    }

    @Override
    public String selectedText() {
        return interaction.text(interaction.selection());
    }

    @Override
    public int caret() {
        return interaction.page().map(p -> p.text().toSource(p.caret().caret())).orElse(0);
    }

    @Override
    public void reveal(int sourceOffset) {
        interaction.page().ifPresent(page -> interaction.reveal(page.text().toReading(sourceOffset)));
    }

    @Override
    public void revealMark(UUID mark) {
        interaction.revealMark(mark);
    }

    @Override
    public Optional<UUID> focusedMark() {
        return interaction.attention().focused();
    }

    @Override
    public Optional<UUID> markAt(Point point) {
        return interaction.markAt(point.x, point.y);
    }

    @Override
    public List<UUID> marksAt(int sourceOffset) {
        return interaction.page().map(p -> p.marks().at(p.text().toReading(sourceOffset)).stream()
                .map(m -> m.mark().id()).toList()).orElse(List.of());
    }

    @Override
    public Optional<Dragged> dragged() {
        return interaction.page().flatMap(p -> interaction.draggedMark().flatMap(p.marks()::find))
                .map(m -> new Dragged(Optional.of(m.mark().id()), m.mark().source(),
                        interaction.text(new Range(m.start(), m.end()))))
                .or(() -> readingSelection().map(s -> new Dragged(Optional.empty(), selection(), selectedText())));
    }

    @Override
    public Optional<Rectangle> bounds(int sourceOffset) {
        return interaction.page().flatMap(p -> p.characterBounds(p.text().toReading(sourceOffset)));
    }

    @Override
    public double zoom() {
        return interaction.surface().styling().zoom();
    }

    @Override
    public void setZoom(double zoom) {
        interaction.zoom(zoom);
    }

    @Override
    public void perform(ReadingAction action) {
        interaction.perform(action);
    }

    @Override
    public void addListener(ReadingViewListener listener) {
        interaction.listeners().add(listener);
    }

    @Override
    public void removeListener(ReadingViewListener listener) {
        interaction.listeners().remove(listener);
    }
}
