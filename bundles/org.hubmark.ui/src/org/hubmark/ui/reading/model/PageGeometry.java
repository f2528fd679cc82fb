package org.hubmark.ui.reading.model;

/**
 * Where the text column and the coding margin stand in a window, in pixels. A narrow window first gives up its outer
 * space, then the labels of the margin; the bars stay.
 *
 * @param em width of a Chinese character in the base font
 * @param column left edge of the text
 * @param width width of the text
 * @param bars left edge of the bars
 * @param lane distance from bar to bar
 * @param lanes how many bars fit side by side
 * @param labels left edge of the labels
 * @param labelWidth 0 if there is no room for labels
 */
public record PageGeometry(int em, int column, int width, int bars, int lane, int lanes, int labels, int labelWidth) {

    /** The widest column, in Chinese characters: what is comfortable to read. */
    public static final int COLUMN_EMS = 42;
    private static final int LABEL_EMS = 11;
    private static final int WIDE_LABEL_EMS = 20;
    private static final int NARROW_EMS = 30;
    private static final int LANES = 6;

    public static PageGeometry of(int windowWidth, int em) {
        int lane = Math.max(5, em * 2 / 5);
        int pad = em;
        int barSpace = LANES * lane + em;
        boolean labelled = windowWidth >= (NARROW_EMS + LABEL_EMS) * em;
        int labelSpace = labelled ? LABEL_EMS * em : 0;
        int signs = labelled ? 2 * (em + 2) + em / 4 : pad;
        int width = Math.clamp(windowWidth - (long) signs - pad - barSpace - labelSpace, 4 * em, COLUMN_EMS * em);
        int spare = Math.max(0, windowWidth - signs - pad - width - barSpace - labelSpace);
        int widening = labelled ? Math.min(spare, (WIDE_LABEL_EMS - LABEL_EMS) * em) : 0;
        int column = signs + (spare - widening) / 2;
        int bars = column + width + em;
        int labels = bars + LANES * lane + em / 4;
        int labelWidth = labelled ? Math.min(windowWidth - labels - pad / 2, labelSpace + widening) : 0;
        return new PageGeometry(em, column, width, bars, lane, LANES, labels, labelWidth);
    }

    /** Where a bar stands; those beyond the last lane share it. */
    public int barX(int laneIndex) {
        return bars + Math.min(laneIndex, lanes - 1) * lane;
    }

    public int barWidth() {
        return Math.max(3, lane / 2);
    }

    /** Width and height of a sign beside the text. */
    public int signSize() {
        return em;
    }

    /** Where the sign nearest to the text stands, in the space on its left. */
    public int signX() {
        return Math.max(0, column - signSize() - 2);
    }
}
