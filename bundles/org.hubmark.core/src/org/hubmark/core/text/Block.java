package org.hubmark.core.text;

import java.util.List;

import org.hubmark.core.text.ReadingText.Kind;

/**
 * A paragraph to be: what it shows of the source, and how.
 *
 * @param groups the pieces of its text, of its cells or of its labels; a group may be empty
 * @param separator is put in between two groups
 */
record Block(Kind kind, int level, List<List<Segment>> groups, String separator) {

    private static final String LABELS = " · ";
    /** Between two cells: copied into a spreadsheet, they stay apart. */
    static final String CELLS = "\t";

    static Block of(Kind kind, int level, List<Segment> pieces) {
        return new Block(kind, level, List.of(pieces), "");
    }

    static Block row(List<List<Segment>> cells) {
        return new Block(Kind.TABLE_ROW, 0, cells, CELLS);
    }

    static Block labels(List<List<Segment>> labels) {
        return new Block(Kind.NOTE, 0, labels, LABELS);
    }
}
