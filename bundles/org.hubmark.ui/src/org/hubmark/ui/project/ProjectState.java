package org.hubmark.ui.project;

import org.hubmark.core.session.Session;

/** How far the workbench is with its project. */
public sealed interface ProjectState {

    /** It is being opened. */
    record Opening() implements ProjectState {
    }

    record Open(Session session) implements ProjectState {
    }

    /** It could not be opened; {@code message} says why, for the user. */
    record Failed(String message) implements ProjectState {
    }

    record Closed() implements ProjectState {
    }
}
