package org.hubmark.ui.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Rectangle;
import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.Segment;
import org.hubmark.core.text.Sentences;
import org.hubmark.ui.reading.LaidBox.Hit;
import org.hubmark.ui.reading.model.Blocks;
import org.hubmark.ui.reading.model.CaretModel;
import org.hubmark.ui.reading.model.Flow;
import org.hubmark.ui.reading.model.Flow.Visible;
import org.hubmark.ui.reading.model.Lanes;
import org.hubmark.ui.reading.model.MarkLayer;
import org.hubmark.ui.reading.model.PageGeometry;
import org.hubmark.ui.reading.model.PlacedMark;
import org.hubmark.ui.reading.model.TableColumns;
import org.hubmark.ui.reading.model.Widths;

/**
 * One text as it stands in the window: its blocks, scroll place, caret and marks, and the way between points of the
 * window and reading offsets. Display thread; only what is visible is laid out. To be disposed.
 */
final class Page {

    private final Device device;
    private final ReadingText text;
    private final Blocks blocks;
    private final TableColumns tables;
    private final CaretModel caret;
    private final LayoutCache cache;
    private final Flow flow;
    private final double emPerCharacter;
    private MarkLayer<Mark> marks;
    private PageStyle style;

    Page(Device device, ReadingText text, PageStyle style) {
        this.device = device;
        this.text = text;
        this.style = style;
        this.blocks = new Blocks(text);
        this.tables = new TableColumns(text);
        this.caret = new CaretModel(text);
        int length = text.text().length();
        this.emPerCharacter = Math.max(0.5, Widths.halfEms(text.text(), 0, length) / (2.0 * Math.max(1, length)));
        BlockLayouter layouter = new BlockLayouter(device, blocks, tables, style);
        this.cache = new LayoutCache(blocks, layouter);
        this.flow = new Flow(blocks, layouter.estimates(), block -> cache.get(block).extent());
        this.marks = new MarkLayer<>(List.of(), Mark::id, Mark::source, new Lanes(end -> end));
    }

    void dispose() {
        cache.clear();
    }

    ReadingText text() {
        return text;
    }

    CaretModel caret() {
        return caret;
    }

    Flow flow() {
        return flow;
    }

    PageStyle style() {
        return style;
    }

    MarkLayer<Mark> marks() {
        return marks;
    }

    /** Takes another width, font or palette; what is at the window's top stays there. Cost: linear in the text. */
    void style(PageStyle other) {
        style = other;
        BlockLayouter layouter = new BlockLayouter(device, blocks, tables, other);
        cache.layouter(layouter);
        flow.reset(layouter.estimates());
    }

    void marks(List<Mark> all) {
        int lineLength = (int) (PageGeometry.COLUMN_EMS / emPerCharacter);
        Lanes lanes = new Lanes(end -> Math.min(end + lineLength,
                Math.max(end, text.paragraphs().get(text.paragraphAt(Math.max(0, end - 1))).end())));
        marks = new MarkLayer<>(all, Mark::id, this::reading, lanes);
    }

    /** Where a mark is shown; most marks stand where they stood when marks change. */
    private List<Segment> reading(Mark mark) {
        return marks.find(mark.id()).filter(former -> former.mark().source().equals(mark.source()))
                .map(PlacedMark::reading).orElseGet(() -> text.toReading(mark.source()));
    }

    /** Whether one of some marks, known by their ids, is on a block. */
    boolean isOn(int block, Set<?> ids) {
        LaidBlock laid = laid(block);
        return marks.in(laid.start(), Math.max(laid.start() + 1, laid.end())).stream()
                .anyMatch(m -> ids.contains(m.mark().id()));
    }

    /** The marks of which something is in the window. */
    Set<UUID> visibleMarks() {
        List<Visible> visible = visible();
        int from = laid(visible.getFirst().block()).start();
        return marks.in(from, laid(visible.getLast().block()).end() + 1).stream().map(m -> m.mark().id())
                .collect(Collectors.toSet());
    }

    List<Visible> visible() {
        return flow.visible();
    }

    LaidBlock laid(int block) {
        return cache.get(block);
    }

    int blockCount() {
        return blocks.count();
    }

    /** The block of an offset, measured, so that its end is known. */
    int blockAt(int offset) {
        int block = blocks.at(offset);
        flow.measure(block);
        return blocks.at(offset);
    }

    /** The caret place nearest to a point of the window. */
    Hit hit(int x, int y) {
        List<Visible> visible = visible();
        Visible nearest = visible.getFirst();
        for (Visible each : visible) {
            if (each.y() <= y) {
                nearest = each;
            }
        }
        return laid(nearest.block()).hit(x - style.geometry().column(), y - nearest.y());
    }

    /** The character under a point of the window, or -1 if there is none. */
    int character(int x, int y) {
        return visible().stream().filter(v -> v.contains(y)).findFirst()
                .map(v -> laid(v.block()).character(x - style.geometry().column(), y - v.y())).orElse(-1);
    }

    boolean isInColumn(int x) {
        int left = style.geometry().column();
        return x >= left - style.em() && x < left + style.geometry().width() + style.em() / 2;
    }

    /** Where the caret would stand in the window; empty if that block is not in the window. */
    Optional<Rectangle> caretBounds(int offset, boolean atLineEnd) {
        int block = blockAt(offset);
        return visible().stream().filter(v -> v.block() == block).findFirst().map(v -> {
            Rectangle bounds = laid(block).caret(offset, atLineEnd);
            return new Rectangle(bounds.x + style.geometry().column(), bounds.y + v.y(), bounds.width, bounds.height);
        });
    }

    /**
     * Where the character at an offset is in the window, without width at the end of a paragraph; empty if its block is
     * not in the window.
     */
    Optional<Rectangle> characterBounds(int offset) {
        LaidBlock block = laid(blockAt(offset));
        int next = Math.min(Sentences.nextCharacter(text.text(), offset), block.end());
        List<Rectangle> covered = block.stretch(offset, next);
        return caretBounds(offset, false)
                .map(caret -> new Rectangle(caret.x, caret.y, covered.isEmpty() ? 0 : covered.getFirst().width,
                        caret.height));
    }

    /** Scrolls as little as needed to a place near the window, and to the upper third for a place farther off. */
    void reveal(int offset, boolean atLineEnd) {
        int block = blockAt(offset);
        Rectangle line = laid(block).caret(offset, atLineEnd);
        List<Visible> visible = visible();
        int first = visible.getFirst().block();
        int last = visible.getLast().block();
        int pad = Math.min(style.em(), flow.viewHeight() / 8);
        if (block < first - 1 || block > last + 1) {
            flow.place(block, line.y, flow.viewHeight() / 3);
            return;
        }
        int y = visible.getFirst().y() + offsetBetween(first, block) + line.y;
        if (y < pad) {
            flow.scrollBy(y - pad);
        } else if (y + line.height > flow.viewHeight() - pad) {
            flow.scrollBy(y + line.height - flow.viewHeight() + pad);
        }
    }

    private int offsetBetween(int first, int block) {
        int distance = 0;
        for (int i = first; i < block; i++) {
            distance += flow.measure(i);
        }
        return block < first ? -flow.measure(block) : distance;
    }

    /** The mark a click on a character is meant for; clicked again, the one around it. */
    Optional<UUID> markOn(int character, Optional<UUID> clickedBefore) {
        List<UUID> here = character < 0 ? List.of() : marks.at(character).stream().map(m -> m.mark().id()).toList();
        int again = clickedBefore.map(here::indexOf).orElse(-1);
        return here.isEmpty() ? Optional.empty() : Optional.of(here.get((again + 1) % here.size()));
    }
}
