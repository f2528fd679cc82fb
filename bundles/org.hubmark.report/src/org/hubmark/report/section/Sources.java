package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.core.text.Anchor;
import org.hubmark.core.text.CodePoints;
import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.Segment;

/** The editions as they are read: reading texts, places and quotes. */
final class Sources {

    private final Map<UUID, ReadingText> readings = new HashMap<>();
    private final Map<UUID, CodePoints> codePoints = new HashMap<>();
    private final Map<UUID, int[]> lines = new HashMap<>();
    private final Wording wording;

    Sources(List<BriefingContent> contents, Function<BriefingContent, ReadingText> readings, Wording wording) {
        this.wording = wording;
        for (BriefingContent content : contents) {
            UUID edition = content.edition().id();
            this.readings.put(edition, readings.apply(content));
            codePoints.put(edition, new CodePoints(content.text()));
            lines.put(edition, lineStarts(content.text()));
        }
    }

    ReadingText reading(BriefingContent content) {
        return readings.get(content.edition().id());
    }

    /** The quote as the reading text shows it, without line breaks inside sentences; as it is kept if not shown. */
    String quote(BriefingContent content, Anchor anchor) {
        ReadingText reading = reading(content);
        String shown = reading.toReading(anchor.segments()).stream().map(s -> inOneLine(reading, s))
                .filter(s -> !s.isEmpty()).collect(Collectors.joining(Anchor.GAP));
        return shown.isEmpty() ? Wording.oneLine(anchor.quote().strip()) : shown;
    }

    /** Paragraphs parted by a blank, cells by a bar. */
    private static String inOneLine(ReadingText reading, Segment segment) {
        List<String> pieces = new ArrayList<>();
        int last = reading.paragraphAt(segment.end() - 1);
        for (int i = reading.paragraphAt(segment.start()); i <= last; i++) {
            ReadingText.Paragraph paragraph = reading.paragraphs().get(i);
            String piece = reading.text().substring(Math.max(segment.start(), paragraph.start()),
                    Math.max(paragraph.start(), Math.min(segment.end(), paragraph.end()))).strip();
            if (!piece.isEmpty()) {
                pieces.add(Wording.oneLine(Arrays.stream(piece.split("\t")).map(String::strip)
                        .collect(Collectors.joining(" | "))));
            }
        }
        return String.join(" ", pieces);
    }

    /** Line and range in code points, as every exchange format counts. */
    String place(BriefingContent content, Anchor anchor) {
        UUID edition = content.edition().id();
        int[] starts = lines.get(edition);
        int first = line(starts, anchor.start());
        int last = line(starts, anchor.end() - 1);
        CodePoints points = codePoints.get(edition);
        String range = points.toCodePoint(anchor.start()) + "–" + points.toCodePoint(anchor.end());
        return first == last ? wording.messages().get("place.line", Integer.toString(first), range)
                : wording.messages().get("place.lines", Integer.toString(first), Integer.toString(last), range);
    }

    /** BCP 47, or null if neither the briefing nor its characters tell. */
    String language(BriefingContent content) {
        Briefing briefing = content.briefing();
        return Wording.blank(briefing.language()) ? Name.foreign(briefing.title(), false) : briefing.language();
    }

    private static int line(int[] starts, int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static int[] lineStarts(String text) {
        return IntStream.concat(IntStream.of(0),
                IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').map(i -> i + 1))
                .toArray();
    }
}
