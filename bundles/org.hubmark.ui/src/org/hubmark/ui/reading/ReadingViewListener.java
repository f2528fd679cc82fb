package org.hubmark.ui.reading;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hubmark.core.text.Segment;

/** Hears what the reader does in a {@link ReadingView}; always on the display thread. */
public interface ReadingViewListener {

    /** The selection is another one now. @param source source segments; empty if nothing is selected */
    default void selectionChanged(List<Segment> source) {
    }

    /** A mark was clicked, or Enter was pressed on it. A bare click into a mark's text counts, a drag does not. */
    default void markActivated(UUID mark) {
    }

    /** The pointer moved onto a mark or its bar. @param mark empty if it left the last one */
    default void markHovered(Optional<UUID> mark) {
    }

    /** The zoom changed, by keyboard, wheel or call. */
    default void zoomChanged(double zoom) {
    }
}
