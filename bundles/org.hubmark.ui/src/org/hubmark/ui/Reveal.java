package org.hubmark.ui;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.session.Session;
import org.hubmark.model.Element;
import org.hubmark.ui.model.HubsView;
import org.hubmark.ui.model.Names;

/** Shows objects where the user looks for them. Display thread. */
public record Reveal(Session session) {

    /** What has changed: in the editor in front and in the Hubs view; opens nothing. */
    public void show(Set<UUID> objects) {
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

    /** Jumps to an object, whatever it is; opens what it is in. Says so if it is not there any more. */
    public void open(UUID object) {
        Whereabouts.of(session, object).whenComplete((place, failure) -> session.executor().execute(() -> {
            if (failure != null) {
                Errors.refused(Messages.of(Reveal.class).get("reveal.failed"));
            } else {
                open(place);
            }
        }));
    }

    private void open(Whereabouts place) {
        IWorkbenchPage page = Parts.activePage();
        switch (place.kind()) {
            case ELEMENT -> {
                Parts.openElement(page, place.object(), Names.ofUser().of(session.find(place.object())));
                show(Set.of(place.object()));
            }
            case EDITION -> {
                if (place.passage() == null) {
                    Parts.openBriefing(page, place.object(), place.title());
                } else {
                    Parts.openPassage(page, place.object(), place.title(), place.passage());
                }
            }
            case BRIEFING -> {
                List<Edition> editions = session.editions(place.object());
                if (!editions.isEmpty()) {
                    Parts.openBriefing(page, editions.getLast().id(), place.title());
                }
            }
            case CODE -> in(page, Parts.CODES, place.object());
            case CONFLICT -> in(page, Parts.CONFLICTS, place.object());
            case NOWHERE -> Errors.refused(Messages.of(Reveal.class).get("reveal.gone"));
        }
    }

    private static void in(IWorkbenchPage page, String view, UUID object) {
        IViewPart part = Parts.show(page, view);
        if (part instanceof Parts.Revealing revealing) {
            revealing.reveal(object);
        }
    }
}
