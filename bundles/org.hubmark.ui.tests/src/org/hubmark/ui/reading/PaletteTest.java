package org.hubmark.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.reading.model.Palette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NoErrorsLogged.class)
class PaletteTest {

    private static final List<String> COLOURS = List.of("#FFFF00", "#000000", "#FFFFFF", "#C62828", "#0000FF",
            "#808080");

    private static Palette palette(int background) {
        return Palette.of(background, Palette.contrast(background, 0) > 7 ? 0x000000 : 0xFFFFFF, false);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0xFFFFFF, 0xF6F5F4, 0x2D2D2D, 0x1E1E1E, 0x000000 })
    void smallTextCanBeReadOnEveryBackground(int background) {
        Palette palette = palette(background);
        assertTrue(Palette.contrast(palette.dimmed(), background) >= Palette.READABLE);
        assertTrue(Palette.contrast(palette.link(), background) >= Palette.READABLE);
        for (String colour : COLOURS) {
            assertTrue(Palette.contrast(palette.text(colour), background) >= Palette.READABLE, colour);
            assertTrue(Palette.contrast(palette.line(colour), background) >= Palette.VISIBLE, colour);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 0xFFFFFF, 0xF6F5F4, 0x2D2D2D, 0x1E1E1E })
    void textCanBeReadOnHighlightsAboveEachOther(int background) {
        Palette palette = palette(background);
        for (String colour : COLOURS) {
            int painted = background;
            for (int i = 0; i < Palette.LAYERS; i++) {
                painted = Palette.blend(palette.highlight(colour), painted, palette.fill() / 255.0);
            }
            assertTrue(Palette.contrast(palette.foreground(), painted) >= Palette.READABLE, colour);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 0xFFFFFF, 0xF6F5F4, 0x2D2D2D, 0x1E1E1E, 0x000000 })
    void theBadgesOfMembersStandOutAndTheirInitialsCanBeRead(int background) {
        for (String member : List.of("ada", "berta", "林", "chen", "d", "eva", "f.g", "hans", "ines", "jun", "kim")) {
            int fill = palette(background).line(Palette.member(member));
            assertTrue(Palette.contrast(fill, background) >= Palette.VISIBLE, member);
            assertTrue(Palette.contrast(Palette.ink(fill), fill) >= Palette.READABLE, member);
            assertEquals(Palette.member(member), Palette.member(member));
        }
    }

    @Test
    void aColourThatStandsOutIsKept() {
        assertEquals(0xC62828, palette(0xFFFFFF).text("#C62828"));
    }

    @Test
    void whatIsNoColourIsGrey() {
        Palette palette = palette(0xFFFFFF);
        assertEquals(palette.plain(), palette.line(null));
        assertEquals(palette.plain(), palette.line("red"));
    }

    @Test
    void highContrastKnowsTwoColoursOnly() {
        Palette palette = Palette.of(0x000000, 0xFFFF00, true);
        assertEquals(0xFFFF00, palette.line("#C62828"));
        assertEquals(0xFFFF00, palette.text("#C62828"));
        assertEquals(0xFFFF00, palette.dimmed());
        assertTrue(palette.isHighContrast());
    }
}
