package org.hubmark.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.reading.model.Fading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class FadingTest {

    private final Fading fading = new Fading();

    @Test
    void aNewMarkGetsStrongerUntilItIsAsStrongAsTheOthers() {
        fading.begin(List.of("new"), 1000);
        assertEquals(0, fading.strength("new", 1000));
        assertTrue(fading.strength("new", 1300) > 0.5);
        assertEquals(1, fading.strength("new", 1000 + Fading.DURATION_MS));
        assertEquals(1, fading.strength("old", 1000));
    }

    @Test
    void whatIsOverIsForgottenAndWhatHasBegunGoesOn() {
        fading.begin(List.of("a"), 0);
        fading.begin(List.of("a", "b"), 500);
        assertEquals(Set.of("a", "b"), fading.going(500));
        assertEquals(Set.of("b"), fading.going(Fading.DURATION_MS));
        assertEquals(Set.of(), fading.going(500 + Fading.DURATION_MS));
    }
}
