package org.hubmark.report.section;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hubmark.core.briefing.Passage;
import org.hubmark.core.change.Ids;
import org.hubmark.core.text.Anchor;
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

    private void mark(int start, int end) {
        mark(new Segment(start, end));
    }

    private void mark(Segment... segments) {
        int number = cited.size() + 1;
        UUID id = Ids.ofKey("passage " + number);
        Passage passage = new Passage(id, Ids.ofKey("edition"), "V", Anchor.of(TEXT, List.of(segments)), Set.of(), null,
                null, null);
        cited.add(new Citations.Cited(number, passage, null, List.of()));
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
