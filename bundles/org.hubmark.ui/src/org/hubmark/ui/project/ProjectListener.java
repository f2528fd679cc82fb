package org.hubmark.ui.project;

/** Called on the display thread when the state of the project has changed. */
@FunctionalInterface
public interface ProjectListener {

    void projectChanged(ProjectState state);
}
