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
    record Failed(String message, Remedy remedy) implements ProjectState {

        /** Whether a password may be what it takes. */
        public boolean password() {
            return remedy != Remedy.NONE;
        }
    }

    /** What may help when a project could not be opened. */
    enum Remedy {
        /** Nothing special. */
        NONE,
        /** A password: nobody said one yet. */
        PASSWORD,
        /** Another password: the server refused the one it got. */
        OTHER_PASSWORD
    }

    record Closed() implements ProjectState {
    }
}
