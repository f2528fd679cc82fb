package org.hubmark.app;

import org.hubmark.core.nls.Messages;

/** The name of a project on this machine: it is that of its folder, whatever the system of the machine. */
final class FolderName {

    private static final String FORBIDDEN = "[\\\\/:*?\"<>|\\p{Cntrl}]";

    private FolderName() {
    }

    /** What is wrong with a name, for the user; null if nothing is, empty if there is no name yet. */
    static String problem(String name) {
        if (name.isBlank()) {
            return "";
        }
        boolean allowed = name.equals(name.replaceAll(FORBIDDEN, "")) && !name.strip().startsWith(".");
        return allowed ? null : Messages.of(FolderName.class).get("project.forbidden");
    }
}
