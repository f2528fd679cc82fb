package org.hubmark.ui.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.Segment;

/** A reading text with a paragraph for each line, shown as it is. */
record PlainLines(String text, List<Paragraph> paragraphs) implements ReadingText {

    static PlainLines of(String text) {
        return of(text, UnaryOperator.identity());
    }

    /** With paragraphs changed, for instance into table rows. */
    static PlainLines of(String text, UnaryOperator<Paragraph> change) {
        List<Paragraph> paragraphs = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n') {
                paragraphs.add(change.apply(new Paragraph(start, i, Kind.BODY, 0, List.of())));
                start = i + 1;
            }
        }
        return new PlainLines(text, paragraphs);
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
        int found = 0;
        for (int i = 0; i < paragraphs.size() && paragraphs.get(i).start() <= readingOffset; i++) {
            found = i;
        }
        return found;
    }
}
