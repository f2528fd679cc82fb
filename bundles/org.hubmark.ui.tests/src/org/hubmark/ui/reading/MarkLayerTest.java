package org.hubmark.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.hubmark.core.text.Segment;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.reading.model.Lanes;
import org.hubmark.ui.reading.model.MarkLayer;
import org.hubmark.ui.reading.model.PlacedMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class MarkLayerTest {

    private record Note(String id, List<Segment> segments) {
        static Note of(String id, int start, int end) {
            return new Note(id, List.of(new Segment(start, end)));
        }
    }

    private static MarkLayer<Note> layer(Note... notes) {
        return new MarkLayer<>(List.of(notes), Note::id, Note::segments, new Lanes(end -> end));
    }

    private static List<String> ids(List<PlacedMark<Note>> marks) {
        return marks.stream().map(m -> m.mark().id()).toList();
    }

    private static int lane(MarkLayer<Note> layer, String id) {
        return layer.find(id).orElseThrow().lane();
    }

    @Test
    void aClickIsMeantForTheShortestMark() {
        MarkLayer<Note> layer = layer(Note.of("outer", 0, 100), Note.of("inner", 10, 20), Note.of("other", 50, 60));
        assertEquals(List.of("inner", "outer"), ids(layer.at(15)));
        assertEquals(List.of(), layer.at(100));
    }

    @Test
    void nestedAndOverlappingMarksGetLanesSideBySide() {
        MarkLayer<Note> layer = layer(Note.of("inner", 0, 20), Note.of("outer", 0, 100), Note.of("crossing", 90, 120));
        assertEquals(0, lane(layer, "outer"));
        assertEquals(1, lane(layer, "inner"));
        assertEquals(1, lane(layer, "crossing"));
    }

    @Test
    void marksOnOneLineGetDifferentLanesThoughTheyDoNotOverlap() {
        Note first = Note.of("first", 0, 5);
        Note second = Note.of("second", 8, 12);
        Lanes lanes = new Lanes(end -> end + 40);
        MarkLayer<Note> layer = new MarkLayer<>(List.of(first, second), Note::id, Note::segments, lanes);
        assertNotEquals(lane(layer, "first"), lane(layer, "second"));
        assertEquals(0, layer.find("second").orElseThrow().depth());
    }

    @Test
    void thirtyMarksOnOneWordKeepTheirPlaces() {
        Note[] notes = IntStream.range(0, 30).mapToObj(i -> Note.of("n" + i, 5, 8)).toArray(Note[]::new);
        MarkLayer<Note> layer = layer(notes);
        assertEquals(30, layer.at(6).size());
        assertEquals(Lanes.MOST - 1, lane(layer, "n29"));
    }

    @Test
    void aMarkOfSeveralSegmentsIsFoundOnEachButNotBetween() {
        MarkLayer<Note> layer = layer(new Note("split", List.of(new Segment(5, 10), new Segment(40, 50))));
        assertEquals(List.of("split"), ids(layer.at(45)));
        assertEquals(List.of(), layer.at(20));
        assertEquals(List.of("split"), ids(layer.in(0, 100)));
    }

    @Test
    void aMarkThatIsShownNowhereIsLeftOut() {
        assertEquals(0, layer(new Note("hidden", List.of())).count());
    }

    @Test
    void goesFromMarkToMarkInTheOrderOfTheText() {
        MarkLayer<Note> layer = layer(Note.of("b", 20, 30), Note.of("a", 0, 10), Note.of("c", 20, 25));
        PlacedMark<Note> first = layer.beside(0, true).orElseThrow();
        assertEquals("a", first.mark().id());
        assertEquals("b", layer.beside(first, true).orElseThrow().mark().id());
        assertEquals("a", layer.beside(15, false).orElseThrow().mark().id());
        assertEquals(Optional.empty(), layer.beside(26, true));
        assertEquals(Optional.empty(), layer.beside(first, false));
    }

    @Test
    void findsExactlyTheMarksThatTouchAStretch() {
        Random random = new Random(11);
        Note[] notes = IntStream.range(0, 600).mapToObj(i -> {
            int start = random.nextInt(5000);
            return Note.of("n" + i, start, start + 1 + random.nextInt(random.nextInt(20) == 0 ? 2000 : 50));
        }).toArray(Note[]::new);
        MarkLayer<Note> layer = layer(notes);
        for (int i = 0; i < 200; i++) {
            int from = random.nextInt(5000);
            int to = from + 1 + random.nextInt(300);
            long expected = Arrays.stream(notes)
                    .filter(n -> n.segments().getFirst().overlaps(new Segment(from, to))).count();
            assertEquals(expected, layer.in(from, to).size());
        }
    }
}
