package org.hubmark.ui.reading.model;

/** How far one step of the caret goes. */
public enum CaretUnit {
    CHARACTER, CLAUSE, SENTENCE, PARAGRAPH, DOCUMENT,
    /** One line up or down; needs the layout. */
    LINE,
    /** To the beginning or end of the line; needs the layout. */
    LINE_EDGE,
    /** One window up or down; needs the layout. */
    PAGE;

    /** Whether the step depends on where lines end. */
    public boolean isVisual() {
        return compareTo(LINE) >= 0;
    }
}
