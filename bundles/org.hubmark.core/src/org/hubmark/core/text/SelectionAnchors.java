package org.hubmark.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hubmark.core.text.ReadingText.Kind;
import org.hubmark.core.text.ReadingText.Paragraph;

/** Turns what a user has selected in a reading text into an anchor in the source text. Pure; safe on any thread. */
public final class SelectionAnchors {

    private SelectionAnchors() {
    }

    /**
     * The anchor of a selection: trimmed of blanks at both ends, in several segments where dimmed paragraphs (page
     * feet, running heads) lie between, which stay out unless nothing else is selected. Empty if only blanks are
     * selected.
     *
     * @param start first reading offset, {@code end} exclusive; UTF-16 units
     */
    public static Optional<Anchor> of(ReadingText reading, String canonicalText, int start, int end) {
        List<Segment> chosen = stretches(reading, start, end, false);
        if (chosen.isEmpty()) {
            chosen = stretches(reading, start, end, true);
        }
        // once more, for what was put in before a blank hides it from the first trimming
        List<Segment> source = chosen.stream().flatMap(s -> reading.toSource(s).stream())
                .flatMap(s -> Sentences.trimmed(canonicalText, s.start(), s.end()).stream()).sorted().toList();
        List<Segment> merged = merged(reading, source);
        return merged.isEmpty() ? Optional.empty() : Optional.of(Anchor.of(canonicalText, merged));
    }

    /** The selected part of each paragraph, without blanks at its ends. */
    private static List<Segment> stretches(ReadingText reading, int start, int end, boolean dimmed) {
        List<Segment> result = new ArrayList<>();
        List<Paragraph> paragraphs = reading.paragraphs();
        for (int i = reading.paragraphAt(start); i < paragraphs.size() && paragraphs.get(i).start() < end; i++) {
            Paragraph paragraph = paragraphs.get(i);
            if (paragraph.kind() == Kind.DIMMED == dimmed) {
                Sentences.trimmed(reading.text(), Math.max(start, paragraph.start()), Math.min(end, paragraph.end()))
                        .ifPresent(result::add);
            }
        }
        return result;
    }

    /** Neighbours become one segment if nothing that is shown lies between them. */
    private static List<Segment> merged(ReadingText reading, List<Segment> sorted) {
        List<Segment> result = new ArrayList<>();
        for (Segment next : sorted) {
            if (!result.isEmpty() && isHidden(reading, result.getLast().end(), next.start())) {
                result.add(new Segment(result.removeLast().start(), next.end()));
            } else {
                result.add(next);
            }
        }
        return result;
    }

    private static boolean isHidden(ReadingText reading, int from, int to) {
        return from >= to || reading.toReading(List.of(new Segment(from, to))).isEmpty();
    }
}
