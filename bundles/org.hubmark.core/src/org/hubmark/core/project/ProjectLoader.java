package org.hubmark.core.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Edition;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.ProjectSnapshot;
import org.hubmark.core.store.Revision;
import org.hubmark.core.store.StoreException;
import org.hubmark.core.store.UncheckedStoreException;

/** Loads a whole project into memory. */
public final class ProjectLoader {

    private ProjectLoader() {
    }

    /**
     * The project at a revision, or now if empty. Blocks; no display thread. Cost: one pass over all objects and
     * texts.
     */
    public static LoadedProject load(AnnotationStore store, UUID project, OptionalLong revision,
            IProgressMonitor monitor) throws StoreException {
        try {
            ProjectSnapshot snapshot = store.open(project, revision, monitor);
            if (snapshot.revision() == 0) {
                throw new StoreException(StoreException.Kind.OTHER,
                        Messages.of(ProjectLoader.class).get("load.nothing"));
            }
            List<ObjectState> states = new ArrayList<>(snapshot.objects());
            states.addAll(store.objects(project, RecordTypes.ALL, OptionalLong.of(snapshot.revision()), monitor)
                    .toList());
            Map<UUID, String> texts = texts(store, states, monitor);
            try (Cursor<Revision> revisions = store.since(project, snapshot.revision() - 1, monitor)) {
                Revision shown = revisions.next();
                // who wants it as of now gets the newest, though a colleague may be quicker than this
                return new LoadedProject(shown, revision.isEmpty() || !revisions.hasNext(), states, texts);
            }
        } catch (UncheckedStoreException e) {
            throw e.getCause();
        }
    }

    private static Map<UUID, String> texts(AnnotationStore store, List<ObjectState> states, IProgressMonitor monitor)
            throws StoreException {
        Map<UUID, String> texts = new HashMap<>();
        for (ObjectState state : states) {
            if (RecordTypes.EDITION.equals(state.type())) {
                Edition edition = Edition.of(state);
                texts.put(edition.id(), store.text(edition.textSha256(), monitor).text());
            }
        }
        return texts;
    }
}
