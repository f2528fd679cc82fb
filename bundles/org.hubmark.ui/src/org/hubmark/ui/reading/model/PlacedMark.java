package org.hubmark.ui.reading.model;

import java.util.List;

import org.hubmark.core.text.Segment;

/**
 * A mark where the reader sees it.
 *
 * @param reading reading offsets, ascending, at least one
 * @param order its place among all marks in the order of the text
 * @param lane which bar of the margin is its own, 0 beside the text
 * @param depth which line below the text is its own: marks on the same characters have different ones, 0 the outermost
 */
public record PlacedMark<T>(T mark, List<Segment> reading, int order, int lane, int depth) {

    public int start() {
        return reading.getFirst().start();
    }

    public int end() {
        return reading.getLast().end();
    }

    /** How many UTF-16 units are marked. */
    public int length() {
        return reading.stream().mapToInt(Segment::length).sum();
    }
}
