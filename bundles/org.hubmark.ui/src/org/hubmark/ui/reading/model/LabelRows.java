package org.hubmark.ui.reading.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the labels of marks into the rows of the margin: each beside the first line of its mark, pushed down where
 * another label stands, never over it. Where it gets crowded, a mark shows only its first label; where even that would
 * stand too far from its mark, none. Pure.
 */
public final class LabelRows {

    private static final double FARTHEST_ROWS = 2.5;

    private LabelRows() {
    }

    /** What wants labels: a mark from {@code top} to {@code bottom} in pixels, with so many labels. */
    public record Wish(int top, int bottom, int labels) {
    }

    /** What it gets: labels from {@code y} on; none if {@code labels} is 0. */
    public record Place(int y, int labels) {
    }

    /** A place for each wish; the wishes come by ascending top. */
    public static List<Place> of(List<Wish> wishes, int rowHeight) {
        List<Place> places = new ArrayList<>(wishes.size());
        int free = Integer.MIN_VALUE;
        for (int i = 0; i < wishes.size(); i++) {
            Wish wish = wishes.get(i);
            int y = Math.max(free, wish.top());
            double limit = Math.max(wish.bottom(), wish.top() + FARTHEST_ROWS * rowHeight);
            if (wish.labels() == 0 || y + rowHeight > limit) {
                places.add(new Place(y, 0));
                continue;
            }
            int next = i + 1 < wishes.size() ? wishes.get(i + 1).top() : Integer.MAX_VALUE;
            int room = (int) Math.min(wish.labels(), ((long) next - y) / rowHeight);
            int rows = Math.max(1, room);
            places.add(new Place(y, rows));
            free = y + rows * rowHeight;
        }
        return places;
    }
}
