package org.hubmark.ui.project;

import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.change.ChangeSet;
import org.hubmark.core.change.Ids;
import org.hubmark.core.command.ProjectCommands;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.CommitResult;
import org.hubmark.core.store.StoreException;

/** Makes empty projects in a database. Blocks; no display thread. */
public record NewProject(AnnotationStore store) {

    /**
     * The id of the project.
     *
     * @throws StoreException REFUSED if the member may not
     */
    public UUID create(String name, IProgressMonitor monitor) throws StoreException {
        UUID id = Ids.next();
        String label = Messages.of(NewProject.class).get("project.created", name);
        ChangeSet first = new ChangeSet(Ids.next(), id, Ids.next(), 0, label, null, ProjectCommands.create(id, name));
        return switch (store.commit(first, monitor)) {
            case CommitResult.Accepted accepted -> id;
            case CommitResult.Refused refused ->
                    throw new StoreException(StoreException.Kind.REFUSED, refused.message());
            case CommitResult.Conflict conflict -> throw new IllegalStateException("a new project has no past");
        };
    }
}
