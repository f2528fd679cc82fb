package org.hubmark.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.ui.reading.model.Blocks;
import org.hubmark.ui.reading.model.Flow;
import org.hubmark.ui.reading.model.Flow.Extent;
import org.hubmark.ui.reading.model.Flow.Visible;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lays out by counting: lines of 40 characters, 20 pixels high; every estimate is wrong, as estimates are. */
@ExtendWith(NoErrorsLogged.class)
class FlowTest {

    private static final int LINE = 40;
    private static final int HEIGHT = 20;

    private final Set<Integer> measured = new HashSet<>();

    private Flow flow(Blocks blocks) {
        int[] estimates = new int[blocks.count()];
        Arrays.fill(estimates, 33);
        Flow flow = new Flow(blocks, estimates, block -> {
            measured.add(block);
            int length = blocks.end(block) - blocks.start(block);
            int lines = Math.max(1, (length + LINE - 1) / LINE);
            return new Extent(lines * HEIGHT, blocks.start(block) + (lines - 1) * LINE);
        });
        flow.viewHeight(200);
        return flow;
    }

    private static Blocks paragraphs(int count) {
        return new Blocks(PlainLines.of(("字".repeat(70) + "\n").repeat(count)));
    }

    @Test
    void fillsTheWindowFromTheTop() {
        List<Visible> visible = flow(paragraphs(100)).visible();
        assertEquals(new Visible(0, 0, 40), visible.getFirst());
        assertEquals(5, visible.size());
    }

    @Test
    void measuresOnlyWhatIsNearTheWindow() {
        Flow flow = flow(paragraphs(10_000));
        flow.visible();
        flow.jumpTo(flow.total() / 2);
        flow.visible();
        assertTrue(measured.size() < 20, () -> "measured " + measured.size());
    }

    @Test
    void whatTheReaderLooksAtStaysThoughHeightsAboveAreCorrected() {
        Flow flow = flow(paragraphs(1000));
        flow.jumpTo(flow.total() / 2);
        Visible before = flow.visible().get(1);
        flow.measure(before.block() - 50);
        assertEquals(before, flow.visible().get(1));
    }

    @Test
    void scrollingThereAndBackEndsWhereItBegan() {
        Flow flow = flow(paragraphs(1000));
        flow.jumpTo(flow.total() / 3);
        List<Visible> before = flow.visible();
        for (int i = 0; i < 50; i++) {
            flow.scrollBy(17);
        }
        flow.scrollBy(-50 * 17);
        assertEquals(before, flow.visible());
    }

    @Test
    void theEndOfTheTextStandsAtTheBottom() {
        Flow flow = flow(paragraphs(1000));
        flow.jumpTo(flow.total() * 2);
        flow.scrollBy(10_000);
        Visible last = flow.visible().getLast();
        assertEquals(1000, last.block());
        assertEquals(200, last.y() + last.height());
    }

    @Test
    void aShortTextStandsAtTheTop() {
        Flow flow = flow(new Blocks(PlainLines.of("短\n文")));
        flow.scrollBy(500);
        assertEquals(0, flow.visible().getFirst().y());
    }

    @Test
    void theBeginningIsTheEndOfScrollingUp() {
        Flow flow = flow(paragraphs(100));
        flow.jumpTo(700);
        flow.scrollBy(-5000);
        assertEquals(0, flow.position());
    }

    @Test
    void aPlaceCanBePutAtAHeightOfTheWindow() {
        Flow flow = flow(paragraphs(100));
        flow.place(50, 20, 60);
        Visible visible = flow.visible().stream().filter(v -> v.block() == 50).findFirst().orElseThrow();
        assertEquals(40, visible.y());
    }

    @Test
    void noLineEndsShortInTheMiddleOfALongParagraph() {
        Blocks blocks = new Blocks(PlainLines.of("一句十一个字加一个句号。".repeat(500)));
        Flow flow = flow(blocks);
        for (int i = 0; i < 400; i++) {
            flow.visible();
            flow.scrollBy(20);
        }
        for (int block = 0; block < blocks.count() - 1; block++) {
            assertEquals(0, (blocks.end(block) - blocks.start(block)) % LINE, "block " + block);
        }
    }

    @Test
    void anotherWidthKeepsTheCharacterAtTheTop() {
        Blocks blocks = paragraphs(1000);
        Flow flow = flow(blocks);
        flow.place(400, 0, 0);
        int[] estimates = new int[blocks.count()];
        Arrays.fill(estimates, 90);
        flow.reset(estimates);
        assertEquals(400, flow.topBlock());
        assertEquals(0, flow.visible().getFirst().y());
    }
}
