package org.hubmark.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which source character each shown character is: a list of runs in reading order, each a stretch of the source shown
 * as it stands. Characters between two runs of the reading text were put in; characters of the source in no run are not
 * shown. The order of the runs in the source may differ, since page feet and the like are moved out of sentences, but
 * no source character is in two runs. Immutable. Cost: 16 bytes a run; lookups are logarithmic in the number of runs.
 */
final class OffsetMap {

    private final int[] reading;
    private final int[] source;
    private final int[] length;
    /** The runs in ascending order of their source, and where these start. */
    private final int[] bySource;
    private final int[] sortedSource;
    private final int readingLength;
    private final int sourceLength;

    OffsetMap(int[] reading, int[] source, int[] length, int readingLength, int sourceLength) {
        this.reading = reading;
        this.source = source;
        this.length = length;
        this.readingLength = readingLength;
        this.sourceLength = sourceLength;
        bySource = isAscending(source) ? IntStream.range(0, source.length).toArray()
                : IntStream.range(0, source.length).mapToObj(Integer::valueOf)
                        .sorted((a, b) -> Integer.compare(source[a], source[b])).mapToInt(Integer::intValue).toArray();
        sortedSource = Arrays.stream(bySource).map(run -> source[run]).toArray();
    }

    int toSource(int readingOffset) {
        int run = floor(reading, readingOffset);
        if (run >= 0 && readingOffset < reading[run] + length[run]) {
            return source[run] + readingOffset - reading[run];
        }
        return run + 1 < source.length ? source[run + 1] : sourceLength;
    }

    int toReading(int sourceOffset) {
        int place = floor(sortedSource, sourceOffset);
        if (place >= 0) {
            int run = bySource[place];
            if (sourceOffset < source[run] + length[run]) {
                return reading[run] + sourceOffset - source[run];
            }
        }
        return place + 1 < bySource.length ? reading[bySource[place + 1]] : readingLength;
    }

    /** Source segments of a stretch of reading text; two are one if no shown character lies between them. */
    List<Segment> sourcesOf(int start, int end) {
        List<int[]> found = new ArrayList<>();
        for (int run = Math.max(0, floor(reading, start)); run < reading.length && reading[run] < end; run++) {
            int from = Math.max(start, reading[run]) - reading[run];
            int to = Math.min(end, reading[run] + length[run]) - reading[run];
            if (from < to) {
                found.add(new int[] {source[run] + from, source[run] + to});
            }
        }
        found.sort((a, b) -> Integer.compare(a[0], b[0]));
        return merged(found, this::nothingShownBetween);
    }

    /** Reading stretches of a source segment; two are one if only put-in characters lie between them. */
    List<Segment> readingsOf(List<Segment> segments) {
        List<int[]> found = new ArrayList<>();
        for (Segment segment : segments) {
            for (int place = Math.max(0, floor(sortedSource, segment.start())); place < bySource.length
                    && sortedSource[place] < segment.end(); place++) {
                int run = bySource[place];
                int from = Math.max(segment.start(), source[run]) - source[run];
                int to = Math.min(segment.end(), source[run] + length[run]) - source[run];
                if (from < to) {
                    found.add(new int[] {reading[run] + from, reading[run] + to});
                }
            }
        }
        found.sort((a, b) -> Integer.compare(a[0], b[0]));
        return merged(found, this::onlyPutInBetween);
    }

    private boolean nothingShownBetween(int from, int to) {
        int place = floor(sortedSource, to - 1);
        return from >= to || place < 0 || sortedSource[place] + length[bySource[place]] <= from;
    }

    private boolean onlyPutInBetween(int from, int to) {
        int run = floor(reading, to - 1);
        return from >= to || run < 0 || reading[run] + length[run] <= from;
    }

    private static List<Segment> merged(List<int[]> sorted, Gap gap) {
        List<Segment> result = new ArrayList<>();
        int[] open = null;
        for (int[] next : sorted) {
            if (open != null && gap.isEmpty(open[1], next[0])) {
                open[1] = Math.max(open[1], next[1]);
            } else {
                if (open != null) {
                    result.add(new Segment(open[0], open[1]));
                }
                open = next;
            }
        }
        if (open != null) {
            result.add(new Segment(open[0], open[1]));
        }
        return result;
    }

    private interface Gap {
        boolean isEmpty(int from, int to);
    }

    /** Index of the last element that is not greater than a value; -1 if all are. */
    static int floor(int[] ascending, int value) {
        int found = Arrays.binarySearch(ascending, value);
        return found >= 0 ? found : -found - 2;
    }

    private static boolean isAscending(int[] values) {
        return IntStream.range(1, values.length).allMatch(i -> values[i - 1] < values[i]);
    }
}
