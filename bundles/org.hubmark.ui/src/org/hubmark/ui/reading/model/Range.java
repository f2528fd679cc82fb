package org.hubmark.ui.reading.model;

import java.util.Optional;

import org.hubmark.core.text.Segment;

/** A stretch of reading text that may be empty, from {@code start} up to but without {@code end}. */
public record Range(int start, int end) {

    public static Range between(int one, int other) {
        return new Range(Math.min(one, other), Math.max(one, other));
    }

    public boolean isEmpty() {
        return start == end;
    }

    public Optional<Segment> segment() {
        return isEmpty() ? Optional.empty() : Optional.of(new Segment(start, end));
    }
}
