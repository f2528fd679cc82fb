package org.hubmark.core.text;

import java.util.List;

/** A reading text on an offset map. */
final class MappedReadingText implements ReadingText {

    private final String text;
    private final List<Paragraph> paragraphs;
    private final int[] starts;
    private final OffsetMap map;

    MappedReadingText(String text, List<Paragraph> paragraphs, OffsetMap map) {
        this.text = text;
        this.paragraphs = List.copyOf(paragraphs);
        this.starts = paragraphs.stream().mapToInt(Paragraph::start).toArray();
        this.map = map;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public List<Paragraph> paragraphs() {
        return paragraphs;
    }

    @Override
    public int toSource(int readingOffset) {
        return map.toSource(readingOffset);
    }

    @Override
    public int toReading(int sourceOffset) {
        return map.toReading(sourceOffset);
    }

    @Override
    public List<Segment> toSource(Segment reading) {
        return map.sourcesOf(reading.start(), reading.end());
    }

    @Override
    public List<Segment> toReading(List<Segment> source) {
        return map.readingsOf(source);
    }

    @Override
    public int paragraphAt(int readingOffset) {
        return Math.max(0, OffsetMap.floor(starts, readingOffset));
    }
}
