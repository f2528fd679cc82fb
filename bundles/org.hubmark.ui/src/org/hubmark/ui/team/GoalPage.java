package org.hubmark.ui.team;

import org.hubmark.core.store.ProjectInfo;

/** The last page of the wizard: what the connection is for. Display thread. */
abstract class GoalPage extends ConnectPage {

    GoalPage(String name) {
        super(name);
    }

    /** Whether the project is on the server already. */
    abstract boolean isThere();

    /** The project that it is about. */
    abstract ProjectInfo project();
}
