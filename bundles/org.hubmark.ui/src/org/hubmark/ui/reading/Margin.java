package org.hubmark.ui.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.eclipse.swt.graphics.Rectangle;
import org.hubmark.core.text.Segment;
import org.hubmark.ui.reading.Mark.Label;
import org.hubmark.ui.reading.Mark.Sign;
import org.hubmark.ui.reading.model.Flow.Visible;
import org.hubmark.ui.reading.model.LabelRows;
import org.hubmark.ui.reading.model.LabelRows.Wish;
import org.hubmark.ui.reading.model.PageGeometry;
import org.hubmark.ui.reading.model.PlacedMark;

/**
 * The margins of what is visible now: a bar for each visible segment of a mark, and labels beside the first line of
 * each; signs on the other side of the text. Immutable.
 */
record Margin(List<Bar> bars, List<Tag> tags, List<Place> signs) {

    static final Margin EMPTY = new Margin(List.of(), List.of(), List.of());

    /** A bar beside the lines of a mark, in the window. */
    record Bar(PlacedMark<Mark> mark, Rectangle bounds) {
    }

    /** A label in the margin, and how many more of the same mark are not shown. */
    record Tag(PlacedMark<Mark> mark, Label label, int more, Rectangle bounds) {
    }

    /** A sign beside the first line of its mark. */
    record Place(PlacedMark<Mark> mark, Sign sign, Rectangle bounds) {
    }

    static Margin of(Page page, int rowHeight) {
        List<Bar> bars = bars(page, page.visible());
        return new Margin(bars, tags(page.style().geometry(), bars, rowHeight), signs(page.style().geometry(), bars));
    }

    /** From the text outwards; what finds no room on its line is left to the tool tip. */
    private static List<Place> signs(PageGeometry geometry, List<Bar> bars) {
        List<Place> places = new ArrayList<>();
        for (Bar bar : firsts(bars)) {
            for (Sign sign : bar.mark().mark().signs()) {
                int size = geometry.signSize();
                Rectangle bounds = new Rectangle(geometry.signX(), labelTop(bar) + geometry.em() / 6, size, size);
                while (bounds.x >= 0 && taken(places, bounds)) {
                    bounds.x -= bounds.width + 1;
                }
                if (bounds.x >= 0) {
                    places.add(new Place(bar.mark(), sign, bounds));
                }
            }
        }
        return places;
    }

    private static boolean taken(List<Place> places, Rectangle bounds) {
        return places.stream().anyMatch(place -> place.bounds().intersects(bounds));
    }

    /** The first visible bar of each mark, from above. */
    private static List<Bar> firsts(List<Bar> bars) {
        Map<Integer, Bar> firsts = new TreeMap<>();
        bars.stream().filter(bar -> bar.bounds().y + bar.bounds().height > 0)
                .forEach(bar -> firsts.putIfAbsent(bar.mark().order(), bar));
        return firsts.values().stream()
                .sorted(Comparator.<Bar>comparingInt(Margin::labelTop).thenComparing(b -> b.mark().order())).toList();
    }

    private static List<Bar> bars(Page page, List<Visible> visible) {
        PageGeometry geometry = page.style().geometry();
        Map<Integer, PlacedMark<Mark>> marks = new TreeMap<>();
        List<Bar> bars = new ArrayList<>();
        int from = page.laid(visible.getFirst().block()).start();
        int to = page.laid(visible.getLast().block()).end() + 1;
        page.marks().in(from, to).forEach(mark -> marks.put(mark.order(), mark));
        for (PlacedMark<Mark> mark : marks.values()) {
            for (Segment segment : mark.reading()) {
                if (segment.start() < to && segment.end() > from) {
                    extent(page, visible, segment).ifPresent(e -> bars.add(new Bar(mark,
                            new Rectangle(geometry.barX(mark.lane()), e.y, geometry.barWidth(), e.height))));
                }
            }
        }
        return bars;
    }

    /** From the first to the last visible line of a segment. */
    private static Optional<Rectangle> extent(Page page, List<Visible> visible, Segment segment) {
        Rectangle all = null;
        for (Visible v : visible) {
            LaidBlock block = page.laid(v.block());
            if (segment.start() <= block.end() && segment.end() > block.start()) {
                Rectangle first = block.caret(Math.max(segment.start(), block.start()), false);
                Rectangle last = block.caret(Math.min(segment.end(), block.end()), true);
                int height = Math.max(first.height, last.y + last.height - first.y);
                Rectangle here = new Rectangle(0, v.y() + first.y, 1, height);
                all = all == null ? here : all.union(here);
            }
        }
        return Optional.ofNullable(all);
    }

    private static List<Tag> tags(PageGeometry geometry, List<Bar> bars, int rowHeight) {
        List<Bar> labelled = firsts(bars);
        List<Tag> tags = new ArrayList<>();
        if (geometry.labelWidth() <= 0) {
            return tags;
        }
        List<LabelRows.Place> places = LabelRows.of(labelled.stream().map(Margin::wish).toList(), rowHeight);
        for (int i = 0; i < places.size(); i++) {
            PlacedMark<Mark> mark = labelled.get(i).mark();
            LabelRows.Place place = places.get(i);
            List<Label> labels = mark.mark().labels();
            for (int row = 0; row < place.labels(); row++) {
                int more = row == place.labels() - 1 ? labels.size() - place.labels() : 0;
                Rectangle bounds = new Rectangle(geometry.labels(), place.y() + row * rowHeight, geometry.labelWidth(),
                        rowHeight);
                tags.add(new Tag(mark, labels.get(row), more, bounds));
            }
        }
        return tags;
    }

    private static Wish wish(Bar bar) {
        return new Wish(labelTop(bar), bar.bounds().y + bar.bounds().height, bar.mark().mark().labels().size());
    }

    /** Labels of a mark that began above the window stay at its top. */
    private static int labelTop(Bar bar) {
        return Math.max(0, bar.bounds().y);
    }

    /** The mark whose sign, bar or label is under a point; of bars that share a lane, the shorter one. */
    Optional<UUID> at(int x, int y, int slack) {
        Optional<UUID> sign = signs.stream().filter(s -> s.bounds().contains(x, y)).findFirst()
                .map(s -> s.mark().mark().id());
        Optional<UUID> tag = tags.stream().filter(t -> t.bounds().contains(x, y)).findFirst()
                .map(t -> t.mark().mark().id());
        return sign.or(() -> tag).or(() -> bars.stream().filter(b -> reaches(b.bounds(), x, y, slack))
                .min(Comparator.comparingInt(b -> b.bounds().height)).map(b -> b.mark().mark().id()));
    }

    private static boolean reaches(Rectangle bar, int x, int y, int slack) {
        return x >= bar.x - slack && x < bar.x + bar.width + slack && y >= bar.y && y < bar.y + bar.height;
    }
}
