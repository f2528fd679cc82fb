package org.hubmark.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.hubmark.core.briefing.Part;
import org.hubmark.core.text.ReadingText.Kind;

/**
 * Finds the paragraphs of a plain text that was squeezed out of pages. Goes through the lines once; what floats on a
 * page (heads, feet, notes, figures, tables) waits until the paragraph it stood in is complete. One use, one thread.
 */
final class PlainLayout {

    private final String text;
    private final List<Line> lines;
    private final PageStyle style;
    private final LineRoles roles;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Block> floats = new ArrayList<>();
    private final List<Line> open = new ArrayList<>();
    private Kind openKind = Kind.BODY;

    private PlainLayout(String text, List<Part> parts) {
        this.text = text;
        lines = Line.of(text);
        style = PageStyle.of(text, lines);
        roles = new LineRoles(text, lines, style, Furniture.of(text, lines, parts));
    }

    /** The reading text of a plain text. Cost: linear. */
    static ReadingText of(String text, List<Part> parts) {
        PlainLayout layout = new PlainLayout(text, parts);
        layout.run();
        ReadingBuilder out = new ReadingBuilder(text);
        BlockText writer = new BlockText(out, layout.style);
        new ForeignParagraphs(text).mended(layout.blocks).forEach(writer::write);
        return out.build();
    }

    private void run() {
        for (int i = 0; i < lines.size();) {
            i = next(i);
        }
        flush();
    }

    /** Takes the line at an index, and those that belong to it. Returns the index of the next. */
    private int next(int i) {
        return switch (roles.at(i)) {
            case FURNITURE, FOOTNOTE -> pageEndAside(i);
            case FIGURE -> figure(i);
            case TABLE -> table(i);
            case TITLE, HEADING -> heading(i);
            case ITEM, BODY -> flow(i);
        };
    }

    private int pageEndAside(int i) {
        floats.add(pageEnd(i));
        return i + 1;
    }

    private int heading(int i) {
        flush();
        int next = roles.endOfHeading(i);
        List<Segment> pieces = contents(i, next);
        boolean title = roles.at(i) == LineRoles.Role.TITLE;
        blocks.add(Block.of(title ? Kind.TITLE : Kind.HEADING, title ? 0 : roles.levelOf(i), pieces));
        return next;
    }

    private List<Segment> contents(int from, int to) {
        return IntStream.range(from, to).mapToObj(roles::contentOf).toList();
    }

    private int figure(int i) {
        int next = roles.endOfHeading(i);
        floats.add(Block.of(Kind.CAPTION, 0, contents(i, next)));
        List<List<Segment>> labels = new ArrayList<>();
        List<Block> pageEnd = new ArrayList<>();
        for (; next < lines.size() && (roles.isLabel(next) || roles.isPageEnd(next)); next++) {
            if (roles.isPageEnd(next)) {
                pageEnd.add(pageEnd(next));
            } else {
                addLabel(labels, lines.get(next));
            }
        }
        if (!labels.isEmpty()) {
            floats.add(Block.labels(labels));
        }
        floats.addAll(pageEnd);
        return next;
    }

    /** Labels in one line are wide apart; a bracket right below a label belongs to it. */
    private void addLabel(List<List<Segment>> labels, Line line) {
        boolean goesOn = !labels.isEmpty() && line.gap() == 0 && "（(".indexOf(text.charAt(line.start())) >= 0;
        if (goesOn) {
            labels.getLast().add(line.segment());
            return;
        }
        int start = line.start();
        for (int i = start; i < line.end(); i++) {
            if (Script.isBlank(text.charAt(i)) && Script.isBlank(text.charAt(i - 1)) && i - 1 > start) {
                labels.add(new ArrayList<>(List.of(new Segment(start, i - 1))));
                start = i + 1;
            }
        }
        labels.add(new ArrayList<>(List.of(new Segment(start, line.end()))));
    }

    private Block pageEnd(int i) {
        Kind kind = roles.at(i) == LineRoles.Role.FURNITURE ? Kind.DIMMED : Kind.NOTE;
        return Block.of(kind, 0, List.of(roles.contentOf(i)));
    }

    private int table(int i) {
        int first = roles.endOfHeading(i);
        floats.add(Block.of(Kind.CAPTION, 0, contents(i, first)));
        List<Segment> head = first < lines.size() ? TableLayout.head(text, lines.get(first)) : List.of();
        if (head.isEmpty()) {
            return first;
        }
        floats.add(Block.row(head.stream().map(List::of).toList()));
        List<Line> rows = new ArrayList<>();
        int next = first + 1;
        for (; next < lines.size() && !roles.endsTable(next); next++) {
            if (roles.isPageEnd(next)) {
                floats.add(pageEnd(next));
            } else {
                rows.add(lines.get(next));
            }
        }
        new TableLayout(text, head.size()).rows(rows).forEach(row -> floats.add(Block.row(row)));
        return next;
    }

    private int flow(int i) {
        Line line = lines.get(i);
        boolean item = roles.at(i) == LineRoles.Role.ITEM;
        boolean goesOn = !item && !open.isEmpty() && roles.goesOn(open.getLast(), line, !floats.isEmpty());
        if (!goesOn) {
            flush();
            openKind = item ? Kind.LIST_ITEM : Kind.BODY;
        }
        open.add(line);
        return i + 1;
    }

    private void flush() {
        if (!open.isEmpty()) {
            int level = openKind == Kind.LIST_ITEM ? 1 : 0;
            blocks.add(Block.of(openKind, level, open.stream().map(Line::segment).toList()));
            open.clear();
        }
        blocks.addAll(floats);
        floats.clear();
    }
}
