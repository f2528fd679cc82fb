package org.hubmark.report.block;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.hubmark.core.text.ReadingText;

/**
 * What a report is made of, as plain values that know nothing of hubs and nothing of a format. An anchor is a name of
 * ASCII letters, digits and hyphens, or null; if several blocks carry the same one, the first is the place it names.
 */
public sealed interface Block {

    /** The place of a passage in the register. */
    static String registerAnchor(int number) {
        return "r" + number;
    }

    /** The place of a passage in its source text. */
    static String textAnchor(int number) {
        return "p" + number;
    }

    /** Tells every anchor this block carries, in reading order. */
    default void anchors(Consumer<String> sink) {
    }

    /** @param level 3 to 5; chapters have level 2 */
    record Heading(String anchor, int level, Line line) implements Block {
        @Override
        public void anchors(Consumer<String> sink) {
            tell(anchor, sink);
        }
    }

    /** How a paragraph is meant. */
    enum Voice {
        BODY, NOTE,
        /** Says that there is nothing to show. */
        EMPTY
    }

    record Paragraph(Voice voice, Line line) implements Block {
    }

    /** One stated thing. */
    record Fact(String anchor, Line label, Line value) {
    }

    record FactList(List<Fact> facts) implements Block {
        @Override
        public void anchors(Consumer<String> sink) {
            facts.forEach(f -> tell(f.anchor(), sink));
        }
    }

    /** A number worth a large type. @param anchor where it leads to, or null */
    record Tile(String anchor, String value, String label) {
    }

    record Tiles(List<Tile> tiles) implements Block {
    }

    /** @param facts shown with the node itself, in one paragraph */
    record Node(String anchor, Line line, List<Fact> facts, List<Node> children) {

        public Node(String anchor, Line line) {
            this(anchor, line, List.of(), List.of());
        }

        void tellAnchors(Consumer<String> sink) {
            tell(anchor, sink);
            facts.forEach(f -> tell(f.anchor(), sink));
            children.forEach(c -> c.tellAnchors(sink));
        }
    }

    record Tree(List<Node> nodes) implements Block {
        @Override
        public void anchors(Consumer<String> sink) {
            nodes.forEach(n -> n.tellAnchors(sink));
        }
    }

    record Cell(String anchor, Line line) {

        public Cell(Line line) {
            this(null, line);
        }
    }

    /** @param total whether the row sums up others */
    record Row(String anchor, boolean total, List<Cell> cells) {
    }

    /**
     * @param columns the head, one cell each
     * @param numeric indexes of the columns that hold numbers; the first column always names its row
     */
    record Table(Line caption, List<Cell> columns, Set<Integer> numeric, List<Row> rows) implements Block {
        @Override
        public void anchors(Consumer<String> sink) {
            columns.forEach(c -> tell(c.anchor(), sink));
            for (Row row : rows) {
                tell(row.anchor(), sink);
                row.cells().forEach(c -> tell(c.anchor(), sink));
            }
        }
    }

    record Box(String id, String label, String anchor) {
    }

    /** @param number shown on the arrow; the reader finds its words under that number */
    record Arrow(String from, String to, int number, boolean inferred) {
    }

    /**
     * Boxes and arrows. An arrow to or from an unknown box is not drawn.
     *
     * @param title read out instead of the picture
     */
    record Figure(String title, List<Box> boxes, List<Arrow> arrows) implements Block {
    }

    /** A part that can be closed. @param level of its title, 3 to 5 */
    record Fold(String anchor, int level, Line title, boolean open, List<Block> body) implements Block {
        @Override
        public void anchors(Consumer<String> sink) {
            tell(anchor, sink);
            body.forEach(b -> b.anchors(sink));
        }
    }

    /** One numbered passage. @param language of the quote, or null if unknown */
    record Entry(int number, String quote, String language, Line source, List<Line> uses, List<Fact> details) {
    }

    /** Numbered passages; each carries the anchor {@link #registerAnchor}. */
    record Register(List<Entry> entries) implements Block {
        @Override
        public void anchors(Consumer<String> sink) {
            entries.forEach(e -> sink.accept(registerAnchor(e.number())));
        }
    }

    /**
     * A stretch of a source text under the same marks.
     *
     * @param cell column of the table cell it belongs to, from 0, or -1; empty cells have no stretch
     * @param marks numbers of the passages that cover it, ascending
     * @param ends numbers of the passages that end with it, ascending
     */
    record Stretch(String text, Set<ReadingText.Style> styles, int cell, List<Integer> marks, List<Integer> ends) {
    }

    /** What stands in the margin. @param numbers of the passages it is about, ascending; not empty */
    record Note(List<Integer> numbers, Line line) {
    }

    record TextParagraph(ReadingText.Kind kind, int level, List<Stretch> stretches, List<Note> notes) {
    }

    /** A source text with highlights and margin notes; a passage carries {@link #textAnchor} where it starts. */
    record AnnotatedText(String language, List<TextParagraph> paragraphs) implements Block {
        @Override
        public void anchors(Consumer<String> sink) {
            for (TextParagraph paragraph : paragraphs) {
                paragraph.stretches().forEach(s -> s.marks().forEach(n -> sink.accept(textAnchor(n))));
            }
        }
    }

    private static void tell(String anchor, Consumer<String> sink) {
        if (anchor != null) {
            sink.accept(anchor);
        }
    }
}
