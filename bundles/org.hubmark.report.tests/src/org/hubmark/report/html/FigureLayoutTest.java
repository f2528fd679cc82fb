package org.hubmark.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.hubmark.report.block.Block;
import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoErrorsLogged.class)
class FigureLayoutTest {

    @Test
    void aBoxStandsBelowAllThatLeadToIt() {
        FigureLayout layout = new FigureLayout(figure("abc", "ab", "bc", "ac"));
        assertEquals(List.of(0, 1, 2), layers(layout));
    }

    @Test
    void aCircleEndsAndKeepsItsFirstBoxOnTop() {
        FigureLayout layout = new FigureLayout(figure("abc", "ab", "bc", "ca"));
        assertEquals(List.of(0, 1, 2), layers(layout));
    }

    @Test
    void boxesWithoutArrowsStandBelowTheOthersInShortRows() {
        FigureLayout layout = new FigureLayout(figure("xabyzvw", "ab"));
        assertEquals(List.of(0, 1, 2, 2, 2, 2, 3), layers(layout));
    }

    @Test
    void noBoxOverlapsAnother() {
        List<FigureLayout.Placed> placed = new FigureLayout(figure("abcdef", "ab", "ac", "ad", "de", "ea")).placed();
        for (FigureLayout.Placed one : placed) {
            for (FigureLayout.Placed other : placed) {
                boolean apart = Math.abs(one.x() - other.x()) > FigureLayout.BOX_WIDTH
                        || one.y() + one.height() < other.y() || other.y() + other.height() < one.y();
                assertTrue(one == other || apart, one + " " + other);
            }
        }
    }

    @Test
    void longLabelsAreBrokenToFitTheirBox() {
        Block.Box box = new Block.Box("a", "港城科学园与海港基金的共同账户 shared account of park and fund", null);
        FigureLayout layout = new FigureLayout(new Block.Figure("f", List.of(box), List.of()));
        List<String> lines = layout.placed().getFirst().lines();
        assertTrue(lines.size() > 2);
        lines.forEach(l -> assertTrue(FigureLayout.ems(l) * FigureLayout.FONT <= FigureLayout.BOX_WIDTH, l));
    }

    @Test
    void arrowsToNowhereOrToThemselvesAreNotDrawn() {
        Block.Figure figure = figure("a", "ab", "aa");
        FigureLayout layout = new FigureLayout(figure);
        figure.arrows().forEach(a -> assertFalse(layout.drawn(a)));
        assertTrue(layout.height() > 0);
    }

    /** From top to bottom. */
    private static List<Integer> layers(FigureLayout layout) {
        return layout.placed().stream().map(FigureLayout.Placed::layer).toList();
    }

    private static Block.Figure figure(String boxes, String... arrows) {
        return new Block.Figure("figure", boxes.chars().mapToObj(Character::toString)
                .map(id -> new Block.Box(id, id, null)).toList(),
                IntStream.range(0, arrows.length).mapToObj(i -> new Block.Arrow(arrows[i].substring(0, 1),
                        arrows[i].substring(1), i + 1, false)).toList());
    }
}
