package org.hubmark.ui.evidence;

import java.util.UUID;

/** What is dragged out of a briefing: it can become evidence of whatever it is dropped on. Display thread. */
@FunctionalInterface
public interface DraggedPassage {

    /** Links it to an element, a fact …; one step for undo. */
    void becomeEvidenceOf(UUID target);
}
