package org.hubmark.core.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.hubmark.core.text.ReadingText.Kind;
import org.hubmark.core.text.ReadingText.Paragraph;
import org.hubmark.core.text.ReadingText.Span;
import org.hubmark.testing.NoErrorsLogged;
import org.hubmark.testing.Originals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The five source briefings read like papers, and every passage of their inventory is found in them. */
@ExtendWith(NoErrorsLogged.class)
class OriginalsReadingTest {

    private static final String SECOND = "001_5f7d0d3dbd07cdb2.txt";

    private static Inventory inventory;
    private static Map<String, ReadingText> readings;

    @BeforeAll
    static void readOriginals() throws Exception {
        assumeTrue(Originals.files().size() == 5,
                "skipped: reading texts of the five original briefings (they are not on this machine)");
        inventory = Inventory.load();
        readings = new TreeMap<>();
        inventory.texts().forEach(
                (file, text) -> readings.put(file, ReadingTexts.of(text, ReadingTexts.PLAIN, List.of())));
    }

    @Test
    void everyPassageMapsToReadingTextAndBackWithTheSameCharacters() {
        assertEquals(1725, inventory.entries().size());
        List<String> wrong = new ArrayList<>();
        for (Inventory.Entry entry : inventory.entries()) {
            String text = inventory.texts().get(entry.file());
            ReadingText reading = readings.get(entry.file());
            String back = reading.toReading(List.of(entry.segment())).stream()
                    .flatMap(s -> reading.toSource(s).stream()).sorted()
                    .map(s -> slice(text, s)).collect(Collectors.joining());
            if (!essence(back).equals(essence(slice(text, entry.segment())))) {
                wrong.add(entry.id() + " " + entry.segment());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyPassageOfRunningTextIsOneStretchOfReadingText() {
        List<String> torn = new ArrayList<>();
        for (Inventory.Entry entry : inventory.entries()) {
            ReadingText reading = readings.get(entry.file());
            List<Segment> shown = reading.toReading(List.of(entry.segment())).stream()
                    .filter(s -> !isAside(paragraph(reading, s).kind())).toList();
            if (shown.size() > 1) {
                torn.add(entry.id() + " " + entry.segment() + " " + shown);
            }
        }
        assertEquals(List.of(), torn);
    }

    @Test
    void noSentenceOfTheSecondBriefingIsLeftBrokenAtTheEndOfALine() {
        ReadingText reading = readings.get(SECOND);
        for (Paragraph paragraph : reading.paragraphs()) {
            if (paragraph.kind() == Kind.BODY && !text(reading, paragraph).startsWith("Keywords")) {
                String shown = text(reading, paragraph);
                assertTrue("。.：".indexOf(shown.charAt(shown.length() - 1)) >= 0, shown);
            }
        }
    }

    @Test
    void theCellsOfTheTablesAreWhole() {
        List<String> wrong = new ArrayList<>();
        for (Inventory.Entry entry : inventory.entries()) {
            if (entry.kind().equals("TableRow") && !entry.role().isEmpty()) {
                ReadingText reading = readings.get(entry.file());
                Segment shown = reading.toReading(List.of(entry.segment())).getFirst();
                Span cell = new Span(shown.start(), shown.end(), ReadingText.Style.CELL);
                if (!paragraph(reading, shown).spans().contains(cell)) {
                    wrong.add(entry.id() + " " + entry.role());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void sectionsCaptionsTitlesAndPageFurnitureAreSetAsSuch() {
        assertAll(inventory.entries().stream().map(entry -> () -> {
            Kind expected = expected(entry);
            if (expected != null) {
                ReadingText reading = readings.get(entry.file());
                for (Segment shown : reading.toReading(List.of(entry.segment()))) {
                    assertEquals(expected, paragraph(reading, shown).kind(), entry.id() + " " + entry.role());
                }
            }
        }));
    }

    private static Kind expected(Inventory.Entry entry) {
        return switch (entry.kind() + " " + entry.role()) {
            case "Document title", "Document subtitle" -> Kind.TITLE;
            case "Document masthead", "Document doi", "Document footer", "Document header",
                    "Document marking" -> Kind.DIMMED;
            case "Section " -> isWholeLine(entry) ? Kind.HEADING : null;
            case "Table caption", "Figure caption" -> Kind.CAPTION;
            default -> null;
        };
    }

    /** Not the first sentence of a paragraph, as some sections begin. */
    private static boolean isWholeLine(Inventory.Entry entry) {
        String rest = inventory.texts().get(entry.file()).substring(entry.segment().end());
        return rest.startsWith("\n") || rest.startsWith("**\n");
    }

    private static boolean isAside(Kind kind) {
        return kind == Kind.DIMMED || kind == Kind.NOTE;
    }

    private static Paragraph paragraph(ReadingText reading, Segment shown) {
        return reading.paragraphs().get(reading.paragraphAt(shown.start()));
    }

    private static String text(ReadingText reading, Paragraph paragraph) {
        return reading.text().substring(paragraph.start(), paragraph.end());
    }

    private static String slice(String text, Segment segment) {
        return text.substring(segment.start(), segment.end());
    }

    /** Without blanks and the marks of Markdown that some of the files have. */
    private static String essence(String text) {
        return text.replaceAll("[\\s\\u3000*#]+", "");
    }
}
