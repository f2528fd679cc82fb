package org.hubmark.report.section;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hubmark.core.briefing.Passage;
import org.hubmark.core.change.Ids;
import org.hubmark.core.text.Anchor;
import org.hubmark.core.text.ReadingText.Kind;
import org.hubmark.core.text.ReadingText.Paragraph;
import org.hubmark.core.text.ReadingText.Span;
import org.hubmark.core.text.ReadingText.Style;
import org.hubmark.core.text.Segment;
import org.hubmark.report.LineReading;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Line;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class HighlightingTest {

    private static final String TEXT = "0123456789\nabcdefghij";

    private final List<Citations.Cited> cited = new ArrayList<>();

    @Test
    void overlappingPassagesAreCutWhereEitherStartsOrEnds() {
        mark(2, 6);
        mark(4, 8);
        assertEquals("01[] 23[1] 45[1, 2]1 67[2]2 89[] / abcdefghij[]", highlighted());
    }

    @Test
    void aPassageInsideAnotherBelongsToBoth() {
        mark(0, 10);
        mark(3, 4);
        assertEquals("012[1] 3[1, 2]2 456789[1]1 / abcdefghij[]", highlighted());
    }

    @Test
    void aPassageOverTwoParagraphsEndsOnce() {
        mark(8, 13);
        assertEquals("01234567[] 89[1] / ab[1]1 cdefghij[]", highlighted());
    }

    @Test
    void aPassageOfTwoSegmentsLeavesTheGapOut() {
        mark(new Segment(1, 2), new Segment(5, 6));
        assertEquals("0[] 1[1] 234[] 5[1]1 6789[] / abcdefghij[]", highlighted());
    }

    @Test
    void passagesWithTheSameNoteShareIt() {
        mark(0, 2);
        mark(3, 5);
        mark(12, 14);
        List<List<List<Integer>>> notes = paragraphs().stream()
                .map(p -> p.notes().stream().map(Block.Note::numbers).toList()).toList();
        assertEquals(List.of(List.of(List.of(1, 2)), List.of(List.of(3))), notes);
    }

    @Test
    void emptyParagraphsTakeNoPlace() {
        Highlighting highlighting = new Highlighting(LineReading.of("a\n\nb"), List.of(), c -> Line.EMPTY);
        assertEquals(2, highlighting.paragraphs().size());
    }

    @Test
    void aCellKnowsItsColumnAndWhatPartsTwoCellsIsNotShown() {
        String row = "a\t\tbc\td";
        List<Span> cells = Stream.of(new int[] { 0, 1 }, new int[] { 3, 5 }, new int[] { 6, 7 })
                .map(c -> new Span(c[0], c[1], Style.CELL)).toList();
        LineReading reading = new LineReading(row, List.of(new Paragraph(0, 7, Kind.TABLE_ROW, 0, cells)));
        cited.add(new Citations.Cited(1, passage(1, row, List.of(new Segment(0, 6))), null, List.of()));
        List<Block.Stretch> shown = new Highlighting(reading, cited, c -> Line.EMPTY).paragraphs().getFirst()
                .stretches();
        assertEquals(List.of("a", "bc", "d"), shown.stream().map(Block.Stretch::text).toList());
        assertEquals(List.of(0, 2, 3), shown.stream().map(Block.Stretch::cell).toList());
        assertEquals(List.of(List.of(), List.of(1), List.of()), shown.stream().map(Block.Stretch::ends).toList());
    }

    private void mark(int start, int end) {
        mark(new Segment(start, end));
    }

    private void mark(Segment... segments) {
        int number = cited.size() + 1;
        cited.add(new Citations.Cited(number, passage(number, TEXT, List.of(segments)), null, List.of()));
    }

    private static Passage passage(int number, String text, List<Segment> segments) {
        UUID id = Ids.ofKey("passage " + number);
        return new Passage(id, Ids.ofKey("edition"), "V", Anchor.of(text, segments), Set.of(), null, null, null);
    }

    private List<Block.TextParagraph> paragraphs() {
        return new Highlighting(LineReading.of(TEXT), cited, c -> Line.of("the same")).paragraphs();
    }

    private String highlighted() {
        return paragraphs().stream().map(p -> p.stretches().stream()
                .map(s -> s.text() + s.marks() + s.ends().stream().map(String::valueOf).collect(Collectors.joining()))
                .collect(Collectors.joining(" "))).collect(Collectors.joining(" / "));
    }
}
