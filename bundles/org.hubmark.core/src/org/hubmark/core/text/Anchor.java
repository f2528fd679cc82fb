package org.hubmark.core.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a passage stands in a source text: its segments, in ascending order and apart from each other, the exact
 * quote, and up to 32 characters of context on each side. All offsets are UTF-16 units of the canonical text.
 *
 * @param quote the slices of the segments, joined by {@link #GAP}
 */
public record Anchor(List<Segment> segments, String quote, String prefix, String suffix) {

    /** Stands between the slices of a passage with several segments. */
    public static final String GAP = " … ";
    /** Context kept on each side, in UTF-16 units; shorter at the ends of the text and never half a character. */
    public static final int CONTEXT = 32;

    public Anchor {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("an anchor needs a segment");
        }
        for (int i = 1; i < segments.size(); i++) {
            if (segments.get(i - 1).end() > segments.get(i).start()) {
                throw new IllegalArgumentException("segments overlap or are out of order: " + segments);
            }
        }
    }

    /**
     * The anchor of these segments in a text.
     *
     * @throws IllegalArgumentException outside the text or inside a surrogate pair
     */
    public static Anchor of(String text, List<Segment> segments) {
        List<Segment> sorted = segments.stream().sorted().toList();
        for (Segment s : sorted) {
            if (s.end() > text.length() || splitsPair(text, s.start()) || splitsPair(text, s.end())) {
                throw new IllegalArgumentException("no place for an anchor: " + s);
            }
        }
        int first = sorted.getFirst().start();
        int last = sorted.getLast().end();
        int from = Math.max(0, first - CONTEXT);
        int to = Math.min(text.length(), last + CONTEXT);
        return new Anchor(sorted, slices(text, sorted), text.substring(splitsPair(text, from) ? from + 1 : from, first),
                text.substring(last, splitsPair(text, to) ? to - 1 : to));
    }

    public static Anchor of(String text, int start, int end) {
        return of(text, List.of(new Segment(start, end)));
    }

    /** Whether the quote still equals the slices of this text: the invariant of every anchor. */
    public boolean holdsIn(String text) {
        return end() <= text.length() && quote.equals(slices(text, segments));
    }

    public int start() {
        return segments.getFirst().start();
    }

    public int end() {
        return segments.getLast().end();
    }

    /** The segments as the store keeps them: {@code "12-40;52-60"}, UTF-16 units. */
    public String format() {
        return segments.stream().map(s -> s.start() + "-" + s.end()).collect(Collectors.joining(";"));
    }

    /** Reads what {@link #format()} wrote. @throws IllegalArgumentException for anything else */
    public static List<Segment> parse(String segments) {
        return Arrays.stream(segments.split(";")).map(s -> {
            int dash = s.indexOf('-');
            return new Segment(Integer.parseInt(s.substring(0, dash)), Integer.parseInt(s.substring(dash + 1)));
        }).toList();
    }

    static boolean splitsPair(String text, int offset) {
        return offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
    }

    private static String slices(String text, List<Segment> segments) {
        return segments.stream().map(s -> text.substring(s.start(), s.end())).collect(Collectors.joining(GAP));
    }
}
