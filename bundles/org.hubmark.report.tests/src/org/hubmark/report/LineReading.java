package org.hubmark.report;

import java.util.ArrayList;
import java.util.List;

import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.Segment;

/** The source text as its own reading text, line by line: it stays as it is when that of the product improves. */
public record LineReading(String text, List<Paragraph> paragraphs) implements ReadingText {

    public static LineReading of(String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            paragraphs.add(new Paragraph(start, start + line.length(), Kind.BODY, 0, List.of()));
            start += line.length() + 1;
        }
        return new LineReading(text, paragraphs);
    }

    @Override
    public int toSource(int readingOffset) {
        return readingOffset;
    }

    @Override
    public int toReading(int sourceOffset) {
        return sourceOffset;
    }

    @Override
    public List<Segment> toSource(Segment reading) {
        return List.of(reading);
    }

    @Override
    public List<Segment> toReading(List<Segment> source) {
        return source;
    }

    @Override
    public int paragraphAt(int readingOffset) {
        int low = 0;
        int high = paragraphs.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (paragraphs.get(middle).start() <= readingOffset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
