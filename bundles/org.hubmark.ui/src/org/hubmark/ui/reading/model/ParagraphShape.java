package org.hubmark.ui.reading.model;

import org.hubmark.core.text.ReadingText.Paragraph;

/**
 * How a kind of paragraph is set; lengths in ems of the base font.
 *
 * @param scale size of its letters against the base font
 * @param before space above it
 * @param indent distance from the column's left edge
 */
public record ParagraphShape(double scale, boolean bold, boolean dimmed, double before, double indent) {

    private static final double[] HEADING_SCALES = { 1.45, 1.3, 1.18, 1.1, 1.05, 1.0 };
    /** Space above the first of several that keep together. */
    private static final double GROUP = 0.7;

    public static ParagraphShape of(Paragraph paragraph) {
        return switch (paragraph.kind()) {
            case TITLE -> new ParagraphShape(1.7, true, false, 0.8, 0);
            case HEADING -> heading(Math.clamp(paragraph.level(), 1, HEADING_SCALES.length));
            case BODY -> new ParagraphShape(1, false, false, 0.6, 0);
            case LIST_ITEM -> new ParagraphShape(1, false, false, 0.15, 1.2 * Math.clamp(paragraph.level(), 1, 6));
            case TABLE_ROW -> new ParagraphShape(0.94, false, false, 0.2, 0);
            case CAPTION -> new ParagraphShape(0.92, true, false, 0.9, 0);
            case QUOTE -> new ParagraphShape(1, false, false, 0.6, 1.6);
            case CODE -> new ParagraphShape(0.94, false, false, 0, 1);
            case NOTE -> new ParagraphShape(0.88, false, false, 0.4, 0.8);
            case DIMMED -> new ParagraphShape(0.8, false, true, 0.4, 0);
        };
    }

    /**
     * Space above a paragraph after another one, which is null for the first: rows, list items and code keep together.
     */
    public static double before(Paragraph paragraph, Paragraph previous) {
        boolean grouped = switch (paragraph.kind()) {
            case TABLE_ROW, LIST_ITEM, CODE -> true;
            default -> false;
        };
        boolean begins = previous == null || previous.kind() != paragraph.kind();
        return grouped && begins ? GROUP : of(paragraph).before();
    }

    private static ParagraphShape heading(int level) {
        return new ParagraphShape(HEADING_SCALES[level - 1], true, false, 1.3 - 0.1 * level, 0);
    }
}
