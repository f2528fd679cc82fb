package org.hubmark.ui.team;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.project.ServerProject;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.StoreException;

/** The database of a team as the target of a copy. */
public record ServerTarget(ServerProject place, ServerOpener opener) implements CopyProject.Target {

    @Override
    public String name() {
        return place.address().toString();
    }

    @Override
    public AnnotationStore open(IProgressMonitor monitor) throws StoreException {
        AnnotationStore store = opener.connect(place, monitor);
        opener.memory().visited(place, place.name());
        return store;
    }

    /** What is there is a valid copy of a part of the history, and colleagues may have seen it: it stays. */
    @Override
    public void broken() {
    }
}
