package org.hubmark.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;

import org.hubmark.testing.NoErrorsLogged;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the reading text of any text. A failure names the seed of the text. */
@ExtendWith(NoErrorsLogged.class)
class ReadingTextPropertyTest {

    private static final int TEXTS = 1500;

    private interface Check {
        void accept(String text, ReadingText reading, RandomTexts random);
    }

    @ParameterizedTest
    @ValueSource(strings = {ReadingTexts.PLAIN, ReadingTexts.MARKDOWN})
    void everyShownCharacterMapsThereAndBack(String mediaType) {
        forAll(mediaType, (text, reading, random) -> {
            BitSet shown = shown(text, reading);
            for (int source = shown.nextSetBit(0); source >= 0; source = shown.nextSetBit(source + 1)) {
                int there = reading.toReading(source);
                assertEquals(text.charAt(source), reading.text().charAt(there), "shown at " + source);
                assertEquals(source, reading.toSource(there));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {ReadingTexts.PLAIN, ReadingTexts.MARKDOWN})
    void aPassageMapsToWhatIsShownOfItAndBackToThat(String mediaType) {
        forAll(mediaType, (text, reading, random) -> {
            if (text.isEmpty()) {
                return;
            }
            BitSet shown = shown(text, reading);
            for (int i = 0; i < 20; i++) {
                int start = random.upTo(text.length() - 1);
                int end = start + 1 + random.upTo(text.length() - start - 1);
                List<Segment> there = reading.toReading(List.of(new Segment(start, end)));
                BitSet expected = shown.get(0, text.length());
                expected.clear(0, start);
                expected.clear(end, text.length());
                assertEquals(expected.isEmpty(), there.isEmpty());
                BitSet back = new BitSet();
                there.forEach(s -> reading.toSource(s).forEach(b -> back.set(b.start(), b.end())));
                assertFalse(back.length() > end || !back.isEmpty() && back.nextSetBit(0) < start,
                        "wider than the passage");
                back.and(shown);
                assertEquals(expected, back);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {ReadingTexts.PLAIN, ReadingTexts.MARKDOWN})
    void aSelectionMakesAnAnchorThatHoldsAndShowsTheSameCharacters(String mediaType) {
        forAll(mediaType, (text, reading, random) -> {
            for (int i = 0; i < 10; i++) {
                int start = character(reading.text(), random.upTo(reading.text().length()));
                int end = character(reading.text(), start + random.upTo(reading.text().length() - start));
                SelectionAnchors.of(reading, text, start, end).ifPresent(anchor -> {
                    assertTrue(anchor.holdsIn(text));
                    assertFalse(Script.isBlank(anchor.quote().charAt(0)), "blank at the start");
                    assertFalse(Script.isBlank(anchor.quote().charAt(anchor.quote().length() - 1)), "blank at the end");
                });
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {ReadingTexts.PLAIN, ReadingTexts.MARKDOWN})
    void paragraphsCoverTheReadingTextAndSpansStayInside(String mediaType) {
        forAll(mediaType, (text, reading, random) -> {
            int expected = 0;
            for (ReadingText.Paragraph paragraph : reading.paragraphs()) {
                assertEquals(expected, paragraph.start());
                assertFalse(reading.text().substring(paragraph.start(), paragraph.end()).contains("\n"));
                int last = paragraph.start();
                for (ReadingText.Span span : paragraph.spans()) {
                    assertTrue(last <= span.start() && span.start() < span.end() && span.end() <= paragraph.end(),
                            "" + span);
                    last = span.end();
                }
                assertEquals(paragraph, reading.paragraphs().get(reading.paragraphAt(paragraph.end())));
                expected = paragraph.end() + 1;
            }
            assertEquals(expected - 1, reading.text().length());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = ReadingTexts.PLAIN)
    void plainTextShowsEveryCharacterButBlanksHyphensAndMarksOfEmphasis(String mediaType) {
        forAll(mediaType, (text, reading, random) -> {
            BitSet shown = shown(text, reading);
            for (int i = shown.nextClearBit(0); i < text.length(); i = shown.nextClearBit(i + 1)) {
                char c = text.charAt(i);
                assertTrue(c == '\n' || Script.isBlank(c) || "-*#".indexOf(c) >= 0,
                        "not shown: " + (int) c + " at " + i);
            }
        });
    }

    private static int character(String text, int offset) {
        return Anchor.splitsPair(text, offset) ? offset + 1 : offset;
    }

    /** The source offsets that are shown, each once. */
    private static BitSet shown(String text, ReadingText reading) {
        BitSet shown = new BitSet();
        for (int i = 0; i < reading.text().length(); i++) {
            int source = reading.toSource(i);
            if (source < text.length() && reading.toReading(source) == i) {
                assertFalse(shown.get(source), "shown twice: " + source);
                shown.set(source);
            }
        }
        return shown;
    }

    private static void forAll(String mediaType, Check check) {
        for (long seed = 0; seed < TEXTS; seed++) {
            RandomTexts random = new RandomTexts(seed);
            String text = random.canonical();
            try {
                check.accept(text, ReadingTexts.of(text, mediaType, List.of()), random);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
