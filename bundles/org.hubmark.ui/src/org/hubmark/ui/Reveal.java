package org.hubmark.ui;

import java.util.Set;
import java.util.UUID;

import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.hubmark.core.session.Session;
import org.hubmark.model.Element;
import org.hubmark.ui.model.HubsView;

/** Shows what has changed where the user looks: in the editor in front and in the Hubs view. Display thread. */
record Reveal(Session session) {

    void show(Set<UUID> objects) {
        IWorkbenchPage page = Parts.activePage();
        IEditorPart editor = page.getActiveEditor();
        for (UUID object : objects) {
            if (editor instanceof Parts.Revealing revealing) {
                revealing.reveal(object);
            }
            if (session.find(object) instanceof Element && page.findView(Parts.HUBS) instanceof HubsView hubs) {
                hubs.reveal(object);
            }
        }
    }
}
