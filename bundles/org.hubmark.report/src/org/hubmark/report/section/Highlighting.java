package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.ReadingText.Paragraph;
import org.hubmark.core.text.ReadingText.Span;
import org.hubmark.core.text.ReadingText.Style;
import org.hubmark.core.text.Segment;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Line;

/**
 * Cuts a reading text into stretches that lie under the same passages and have the same style. Passages may overlap,
 * have several segments and run over paragraphs. Cost: linear in the text and in the marks of the stretches made.
 */
final class Highlighting {

    /** A piece of a passage inside one paragraph. */
    private record Piece(int number, int start, int end, boolean last) {
    }

    private final ReadingText reading;
    private final List<List<Piece>> pieces = new ArrayList<>();
    private final List<Map<Line, List<Integer>>> notes = new ArrayList<>();
    private final List<Citations.Cited> unseen = new ArrayList<>();
    private final Function<Citations.Cited, Line> note;

    Highlighting(ReadingText reading, List<Citations.Cited> cited, Function<Citations.Cited, Line> note) {
        this.reading = reading;
        this.note = note;
        reading.paragraphs().forEach(p -> {
            pieces.add(new ArrayList<>());
            notes.add(new LinkedHashMap<>());
        });
        cited.forEach(this::place);
    }

    /** The paragraphs of the text; after them, one for each passage that the reading text does not show. */
    List<Block.TextParagraph> paragraphs() {
        List<Block.TextParagraph> result = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Paragraph paragraph = reading.paragraphs().get(i);
            List<Block.Stretch> stretches = stretches(paragraph, pieces.get(i));
            if (!stretches.isEmpty()) {
                result.add(new Block.TextParagraph(paragraph.kind(), paragraph.level(), stretches,
                        notes(notes.get(i))));
            }
        }
        for (Citations.Cited cited : unseen) {
            List<Integer> number = List.of(cited.number());
            result.add(new Block.TextParagraph(ReadingText.Kind.NOTE, 0,
                    List.of(new Block.Stretch(cited.passage().anchor().quote(), Set.of(), -1, number, number)),
                    List.of(new Block.Note(number, note.apply(cited)))));
        }
        return result;
    }

    /** Passages of one paragraph that are used for the same share a note. */
    private static List<Block.Note> notes(Map<Line, List<Integer>> notes) {
        return notes.entrySet().stream().map(n -> new Block.Note(n.getValue(), n.getKey())).toList();
    }

    private void place(Citations.Cited cited) {
        List<Piece> found = new ArrayList<>();
        List<Integer> where = new ArrayList<>();
        for (Segment segment : reading.toReading(cited.passage().anchor().segments())) {
            int last = reading.paragraphAt(segment.end() - 1);
            for (int i = reading.paragraphAt(segment.start()); i <= last; i++) {
                Paragraph paragraph = reading.paragraphs().get(i);
                int start = Math.max(segment.start(), paragraph.start());
                int end = Math.min(segment.end(), paragraph.end());
                if (start < end) {
                    found.add(new Piece(cited.number(), start, end, false));
                    where.add(i);
                }
            }
        }
        if (found.isEmpty()) {
            unseen.add(cited);
            return;
        }
        Piece end = found.removeLast();
        found.add(new Piece(end.number(), end.start(), end.end(), true));
        for (int i = 0; i < found.size(); i++) {
            pieces.get(where.get(i)).add(found.get(i));
        }
        notes.get(where.getFirst()).computeIfAbsent(note.apply(cited), k -> new ArrayList<>()).add(cited.number());
    }

    /** Sweeps over the paragraph from cut to cut, keeping the passages that are open. */
    private List<Block.Stretch> stretches(Paragraph paragraph, List<Piece> marks) {
        TreeMap<Integer, Set<Style>> styles = new TreeMap<>(Map.of(paragraph.start(), Set.of()));
        TreeMap<Integer, Integer> cells = new TreeMap<>(Map.of(paragraph.start(), -1));
        spans(paragraph, styles, cells);
        TreeSet<Integer> cuts = new TreeSet<>(styles.keySet());
        cuts.addAll(cells.keySet());
        marks.forEach(m -> cuts.addAll(List.of(m.start(), m.end())));
        cuts.add(paragraph.end());
        List<Piece> byStart = marks.stream().sorted(Comparator.comparingInt(Piece::start)).toList();
        List<Piece> open = new ArrayList<>();
        List<Block.Stretch> result = new ArrayList<>();
        int next = 0;
        int from = cuts.pollFirst();
        for (int to : cuts) {
            int at = from;
            open.removeIf(p -> p.end() <= at);
            while (next < byStart.size() && byStart.get(next).start() <= from) {
                open.add(byStart.get(next++));
            }
            add(result, new Block.Stretch(reading.text().substring(from, to), styles.floorEntry(from).getValue(),
                    cells.floorEntry(from).getValue(), numbers(open, false, to), numbers(open, true, to)));
            from = to;
        }
        return result;
    }

    /** Leaves out what only parts two cells: passages do not cover it, and those that end there end before it. */
    private static void add(List<Block.Stretch> result, Block.Stretch stretch) {
        if (stretch.cell() >= 0 || !stretch.text().isBlank() || stretch.text().indexOf('\t') < 0) {
            result.add(stretch);
        } else if (!result.isEmpty() && !stretch.ends().isEmpty()) {
            Block.Stretch before = result.removeLast();
            List<Integer> ends = Stream.concat(before.ends().stream(), stretch.ends().stream()).sorted().toList();
            result.add(new Block.Stretch(before.text(), before.styles(), before.cell(), before.marks(), ends));
        }
    }

    private static List<Integer> numbers(List<Piece> open, boolean onlyEnding, int to) {
        Set<Integer> numbers = new HashSet<>();
        open.stream().filter(p -> !onlyEnding || p.last() && p.end() == to).forEach(p -> numbers.add(p.number()));
        return numbers.stream().sorted().toList();
    }

    private void spans(Paragraph paragraph, Map<Integer, Set<Style>> styles, Map<Integer, Integer> cells) {
        for (Span span : paragraph.spans()) {
            if (span.style() == Style.CELL) {
                cells.put(span.start(), column(paragraph, span));
                cells.put(span.end(), -1);
            }
            styles.put(span.start(), EnumSet.of(span.style()));
            styles.put(span.end(), Set.of());
        }
    }

    /** Cells may be empty and then have no span; but each is parted from the next by a tab. */
    private int column(Paragraph paragraph, Span cell) {
        return (int) reading.text().substring(paragraph.start(), cell.start()).chars().filter(c -> c == '\t').count();
    }
}
