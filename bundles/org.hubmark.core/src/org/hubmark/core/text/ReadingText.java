package org.hubmark.core.text;

import java.util.List;

/**
 * How a source text is shown: a projection in paragraphs, with hard-wrapped lines joined, broken words and cells
 * mended, heads and feet dimmed and markup rendered. It may get better at any time: anchors count in the source text and are
 * mapped both ways. All offsets are UTF-16 units: "reading" offsets count in {@link #text()}, "source" offsets in the
 * canonical text. Immutable; safe on any thread.
 */
public interface ReadingText {

    /** The whole reading text; paragraphs are joined by one LF. */
    String text();

    /** In order, without gaps other than the LF between two; never empty, though a paragraph's text may be. */
    List<Paragraph> paragraphs();

    /** The source offset of the character shown at a reading offset; of one that was put in, that of the next shown. */
    int toSource(int readingOffset);

    /** The reading offset of a source offset; of a character that is not shown, the next that is. */
    int toReading(int sourceOffset);

    /**
     * The source segments that a stretch of reading text shows, ascending. Characters between that are not shown at all
     * (line breaks, marks) stay inside a segment; those that are shown elsewhere (page feet) part two segments. Empty
     * only if every character of the stretch was put in, such as the LF between two paragraphs.
     */
    List<Segment> toSource(Segment reading);

    /** The stretches of reading text that show these source segments, merged; empty if none of it is shown. */
    List<Segment> toReading(List<Segment> source);

    /** Index of the paragraph that holds a reading offset. Cost: logarithmic. */
    int paragraphAt(int readingOffset);

    /**
     * One paragraph, from {@code start} to {@code end} of the reading text (exclusive, without the LF after it).
     *
     * @param level 1 to 6 for headings, depth from 1 for list items, else 0
     * @param spans styled stretches inside it, in reading offsets, ascending, not overlapping; may be empty
     */
    record Paragraph(int start, int end, Kind kind, int level, List<Span> spans) {
        public int length() {
            return end - start;
        }
    }

    /** What a paragraph is. */
    enum Kind {
        TITLE, HEADING, BODY, LIST_ITEM, TABLE_ROW, CAPTION, QUOTE, CODE, NOTE,
        /** Running heads, feet, page numbers, DOI lines: shown dimmed and small. */
        DIMMED
    }

    /** A styled stretch. */
    record Span(int start, int end, Style style) {
    }

    /** How a stretch is shown. */
    enum Style {
        STRONG, EMPHASIS, CODE, LINK, DIMMED, CELL
    }
}
