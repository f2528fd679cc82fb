package org.hubmark.core.project;

import java.nio.file.Path;

/** Where a project is kept: in a folder of this machine, or on the database server of a team. */
public sealed interface ProjectPlace permits ProjectFolder, ServerProject {

    /** What a user calls the project. */
    String name();

    /** The folder on this machine that belongs to the project, wherever its database is. No two places share one. */
    Path folder();

    /** Where sessions keep what the store has not acknowledged. */
    default Path outbox() {
        return folder().resolve("outbox");
    }
}
