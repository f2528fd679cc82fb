package org.hubmark.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.reading.model.LabelRows;
import org.hubmark.ui.reading.model.LabelRows.Place;
import org.hubmark.ui.reading.model.LabelRows.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class LabelRowsTest {

    private static final int ROW = 16;

    @Test
    void labelsStandBesideTheFirstLineOfTheirMark() {
        assertEquals(List.of(new Place(100, 2)), LabelRows.of(List.of(new Wish(100, 120, 2)), ROW));
    }

    @Test
    void aLabelIsPushedBelowTheOneThatStandsThere() {
        List<Place> places = LabelRows.of(List.of(new Wish(100, 140, 1), new Wish(104, 140, 1)), ROW);
        assertEquals(List.of(new Place(100, 1), new Place(116, 1)), places);
    }

    @Test
    void aMarkWithManyLabelsShowsAsManyAsFitAboveTheNextMark() {
        List<Place> places = LabelRows.of(List.of(new Wish(100, 140, 5), new Wish(140, 160, 1)), ROW);
        assertEquals(new Place(100, 2), places.getFirst());
        assertEquals(new Place(140, 1), places.getLast());
    }

    @Test
    void aLabelThatWouldStandTooFarAwayIsLeftOut() {
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            wishes.add(new Wish(100, 120, 1));
        }
        List<Place> places = LabelRows.of(wishes, ROW);
        assertEquals(1, places.getFirst().labels());
        assertEquals(0, places.getLast().labels());
    }

    @Test
    void labelsNeverCoverEachOther() {
        Random random = new Random(3);
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int top = random.nextInt(3000);
            wishes.add(new Wish(top, top + random.nextInt(200), random.nextInt(4)));
        }
        wishes.sort(Comparator.comparingInt(Wish::top));
        int free = Integer.MIN_VALUE;
        for (Place place : LabelRows.of(wishes, ROW)) {
            if (place.labels() > 0) {
                assertTrue(place.y() >= free);
                free = place.y() + place.labels() * ROW;
            }
        }
    }
}
