package org.hubmark.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.reading.model.Heights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class HeightsTest {

    @Test
    void topsAreTheSumsOfTheHeightsAbove() {
        Heights heights = new Heights(new int[] { 10, 20, 30 });
        assertEquals(0, heights.top(0));
        assertEquals(30, heights.top(2));
        assertEquals(60, heights.total());
    }

    @Test
    void aCorrectedHeightMovesWhatIsBelow() {
        Heights heights = new Heights(new int[] { 10, 20, 30 });
        heights.set(1, 5);
        assertEquals(10, heights.top(1));
        assertEquals(15, heights.top(2));
        assertEquals(45, heights.total());
    }

    @Test
    void placesOutsideTheTextAreItsFirstAndLastBlock() {
        Heights heights = new Heights(new int[] { 10, 20, 30 });
        assertEquals(0, heights.at(-5));
        assertEquals(2, heights.at(1_000_000));
    }

    @Test
    void findsTheBlockAtAnyHeightWhateverWasCorrected() {
        Random random = new Random(7);
        int[] plain = random.ints(500, 1, 60).toArray();
        Heights heights = new Heights(plain);
        for (int i = 0; i < 300; i++) {
            int block = random.nextInt(plain.length);
            plain[block] = 1 + random.nextInt(90);
            heights.set(block, plain[block]);
        }
        long top = 0;
        for (int block = 0; block < plain.length; block++) {
            assertEquals(top, heights.top(block));
            assertEquals(block, heights.at(top));
            assertEquals(block, heights.at(top + plain[block] - 1));
            top += plain[block];
        }
    }
}
