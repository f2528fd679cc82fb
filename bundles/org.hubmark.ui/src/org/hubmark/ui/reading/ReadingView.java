package org.hubmark.ui.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.hubmark.core.text.ReadingText;
import org.hubmark.core.text.Segment;

/**
 * Shows a reading text with its marks, read-only. Every offset that crosses this border is a <em>source</em> offset
 * (UTF-16 units of the canonical text). Display thread only. Nothing here costs more than what is visible, except
 * {@link #show}, {@link #marks} and a copy of the whole text, which are linear in the text or the marks.
 * <p>
 * A context menu is set on {@link #control()} with {@code setMenu}; a drag source is put on it as well and asks
 * {@link #dragged()} when the drag starts.
 */
public interface ReadingView {

    Control control();

    /**
     * Shows a text from its beginning, without marks.
     *
     * @param languageTag BCP 47 tag of the text, for word boundaries and the choice of glyphs; empty if not known
     */
    void show(ReadingText text, String languageTag);

    /** Shows no text, but this sentence in the middle. */
    void showHint(String hint);

    /**
     * Replaces all marks; does nothing while no text is shown. Ids are unique; a mark of which nothing is shown is left
     * out. Scroll place, selection and focused mark stay. Cost: O(n log n), 20 ms for 20,000; those whose segments did
     * not change are not placed again.
     */
    void marks(List<Mark> marks);

    /** Lets marks that have just been given to {@link #marks} appear little by little. Nothing else moves. */
    void fadeIn(Set<UUID> marks);

    /** The marks of which something can be seen now. */
    Set<UUID> visibleMarks();

    /** Selects from the first to the last of these segments without scrolling; nothing, if the list is empty. */
    void select(List<Segment> source);

    /** The selected source segments, ascending; empty if nothing is selected. */
    List<Segment> selection();

    /** The selection in reading offsets, as {@code SelectionAnchors} wants it; empty if nothing is selected. */
    Optional<Segment> readingSelection();

    /** The selected reading text; empty if nothing is selected. */
    String selectedText();

    /** Where the caret stands. */
    int caret();

    /** Puts the caret there and scrolls until it can be seen; leaves the view alone if it can be seen already. */
    void reveal(int sourceOffset);

    /** Focuses this mark and scrolls to its beginning; does nothing if there is no such mark. */
    void revealMark(UUID mark);

    /** The mark that has the keyboard's attention. */
    Optional<UUID> focusedMark();

    /** The mark under a point of the control: its bar or label, or the shortest one on this text. */
    Optional<UUID> markAt(Point point);

    /** All marks on this text, shortest first. */
    List<UUID> marksAt(int sourceOffset);

    /**
     * What a drag that has just been detected carries: the selection, or the mark whose bar the drag began on.
     * Empty if it began on neither, so that it should be refused.
     */
    Optional<Dragged> dragged();

    /** Where the character at an offset is in the control, for a pop-up beside it; empty if it cannot be seen now. */
    Optional<Rectangle> bounds(int sourceOffset);

    double zoom();

    /** 1.0 is the system font size; kept within 0.5 and 4. */
    void setZoom(double zoom);

    /** Does what the key bound to it does; for menus and commands. */
    void perform(ReadingAction action);

    void addListener(ReadingViewListener listener);

    void removeListener(ReadingViewListener listener);

    /**
     * @param mark the mark, if its bar is dragged; empty if the selection is
     * @param source the segments of either
     * @param text the reading text of either
     */
    record Dragged(Optional<UUID> mark, List<Segment> source, String text) {
    }
}
