package org.hubmark.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.hubmark.core.text.ReadingText.Kind;
import org.hubmark.core.text.ReadingText.Paragraph;
import org.hubmark.core.text.ReadingText.Span;
import org.hubmark.core.text.ReadingText.Style;

/** Puts a reading text together, paragraph by paragraph, and keeps the offset map meanwhile. One use, one thread. */
final class ReadingBuilder {

    private final String source;
    private final StringBuilder text;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private int[] readingStarts = new int[64];
    private int[] sourceStarts = new int[64];
    private int[] lengths = new int[64];
    private int runs;

    private Kind kind;
    private int level;
    private int start;
    private List<Span> spans;

    ReadingBuilder(String source) {
        this.source = source;
        this.text = new StringBuilder(source.length());
    }

    String source() {
        return source;
    }

    /** Offset in the reading text where the next character goes. */
    int length() {
        return text.length();
    }

    boolean isInParagraph() {
        return spans != null;
    }

    void begin(Kind paragraphKind, int paragraphLevel) {
        if (!paragraphs.isEmpty()) {
            text.append('\n');
        }
        kind = paragraphKind;
        level = paragraphLevel;
        start = text.length();
        spans = new ArrayList<>();
    }

    /** Shows a stretch of the source as it stands. It has no LF and is shown nowhere else. */
    void show(int from, int to) {
        if (from >= to) {
            return;
        }
        int last = runs - 1;
        if (last >= 0 && sourceStarts[last] + lengths[last] == from
                && readingStarts[last] + lengths[last] == text.length()) {
            lengths[last] += to - from;
        } else {
            addRun(from, to - from);
        }
        text.append(source, from, to);
    }

    /** Puts in characters that the source does not have. */
    void insert(String characters) {
        text.append(characters);
    }

    /** Styles what was added since a reading offset, unless that is nothing. Spans come in ascending order. */
    void style(int from, Style style) {
        if (from < text.length()) {
            spans.add(new Span(from, text.length(), style));
        }
    }

    void end() {
        paragraphs.add(new Paragraph(start, text.length(), kind, level, List.copyOf(spans)));
        spans = null;
    }

    ReadingText build() {
        if (paragraphs.isEmpty()) {
            begin(Kind.BODY, 0);
            end();
        }
        OffsetMap map = new OffsetMap(Arrays.copyOf(readingStarts, runs), Arrays.copyOf(sourceStarts, runs),
                Arrays.copyOf(lengths, runs), text.length(), source.length());
        return new MappedReadingText(text.toString(), paragraphs, map);
    }

    private void addRun(int from, int length) {
        if (runs == lengths.length) {
            readingStarts = Arrays.copyOf(readingStarts, 2 * runs);
            sourceStarts = Arrays.copyOf(sourceStarts, 2 * runs);
            lengths = Arrays.copyOf(lengths, 2 * runs);
        }
        readingStarts[runs] = text.length();
        sourceStarts[runs] = from;
        lengths[runs++] = length;
    }
}
