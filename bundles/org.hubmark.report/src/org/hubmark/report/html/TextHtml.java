package org.hubmark.report.html;

import java.util.Locale;
import java.util.stream.Collectors;

import org.hubmark.core.text.ReadingText.Style;
import org.hubmark.report.block.Block;

/** Writes annotated source texts: each paragraph beside its margin notes. */
final class TextHtml {

    private static final int DEEPEST = 4;

    private final Html html;
    private final Anchors anchors;
    private final LineHtml lines;

    TextHtml(Html html, Anchors anchors, LineHtml lines) {
        this.html = html;
        this.anchors = anchors;
        this.lines = lines;
    }

    void write(Block.AnnotatedText text) {
        html.open("div", "class", "source-text").newLine();
        ColumnWidths widths = new ColumnWidths(text.paragraphs());
        for (Block.TextParagraph paragraph : text.paragraphs()) {
            html.open("div", "class", "row");
            paragraph(paragraph, text.language(), widths.of(paragraph));
            notes(paragraph);
            html.close("div").newLine();
        }
        html.close("div");
    }

    /** Not h1 to h6: the headings of a source are no headings of the report. */
    private void paragraph(Block.TextParagraph paragraph, String language, String columns) {
        String kind = paragraph.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String level = paragraph.level() > 0 ? " l" + paragraph.level() : "";
        html.open("p", "class", "k-" + kind + level, "lang", language, "style", columns);
        int cell = -1;
        for (Block.Stretch stretch : paragraph.stretches()) {
            if (stretch.cell() != cell) {
                cell(cell, stretch.cell());
                cell = stretch.cell();
            }
            stretch(stretch);
        }
        cell(cell, -1);
        html.close("p");
    }

    /** From one cell to another; -1 is none. The tab is for those who copy the row. */
    private void cell(int from, int to) {
        if (from >= 0) {
            html.close("span");
        }
        if (from >= 0 && to >= 0) {
            html.text("\t");
        }
        if (to >= 0) {
            html.open("span", "class", "cell", "style", to == from + 1 ? null : "grid-column:" + (to + 1));
        }
    }

    private void stretch(Block.Stretch stretch) {
        boolean marked = !stretch.marks().isEmpty();
        if (marked) {
            mark(stretch);
        }
        String css = stretch.styles().stream().filter(s -> s != Style.CELL).sorted()
                .map(s -> "t-" + s.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" "));
        if (css.isEmpty()) {
            html.text(stretch.text());
        } else {
            html.element("span", stretch.text(), "class", css);
        }
        if (marked) {
            html.close("mark");
        }
        for (int number : stretch.ends()) {
            reference(number);
        }
    }

    /** A stretch may be the start of several passages: the mark takes the first free id, empty spans the others. */
    private void mark(Block.Stretch stretch) {
        String id = null;
        for (int number : stretch.marks()) {
            String anchor = anchors.place(Block.textAnchor(number));
            if (anchor != null && id != null) {
                html.element("span", "", "id", anchor, "class", "at");
            } else if (anchor != null) {
                id = anchor;
            }
        }
        String numbers = stretch.marks().stream().map(String::valueOf).collect(Collectors.joining(" "));
        html.open("mark", "id", id, "class", "d" + Math.min(DEEPEST, stretch.marks().size()), "data-p", numbers);
    }

    private void reference(int number) {
        String anchor = Block.registerAnchor(number);
        if (anchors.has(anchor)) {
            html.element("a", Integer.toString(number), "class", "ref", "href", "#" + anchor);
        }
    }

    private void notes(Block.TextParagraph paragraph) {
        if (paragraph.notes().isEmpty()) {
            return;
        }
        html.open("ul", "class", "notes");
        for (Block.Note note : paragraph.notes()) {
            html.open("li");
            for (int number : note.numbers()) {
                html.element("a", Integer.toString(number), "class", "no", "href", "#" + Block.registerAnchor(number))
                        .text(" ");
            }
            lines.write(note.line());
            html.close("li");
        }
        html.close("ul");
    }
}
