package org.hubmark.core.text;

/** One stretch of a source text, from {@code start} up to but without {@code end}, in UTF-16 units. */
public record Segment(int start, int end) implements Comparable<Segment> {

    public Segment {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("segment " + start + "–" + end);
        }
    }

    public int length() {
        return end - start;
    }

    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    public boolean overlaps(Segment other) {
        return start < other.end && other.start < end;
    }

    @Override
    public int compareTo(Segment other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
