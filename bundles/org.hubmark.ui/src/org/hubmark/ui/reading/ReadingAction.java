package org.hubmark.ui.reading;

/** What a menu or command can ask a {@link ReadingView} to do, besides its own keys. */
public enum ReadingAction {
    COPY, SELECT_ALL, SELECT_CLAUSE, SELECT_SENTENCE, SELECT_PARAGRAPH, NEXT_MARK, PREVIOUS_MARK, ACTIVATE_MARK,
    ZOOM_IN, ZOOM_OUT, ZOOM_RESET
}
