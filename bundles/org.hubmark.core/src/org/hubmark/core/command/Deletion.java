package org.hubmark.core.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EStructuralFeature.Setting;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Value;
import org.hubmark.core.project.ModelValues;
import org.hubmark.core.project.ModelWriter;
import org.hubmark.core.session.EvidenceItem;
import org.hubmark.core.session.Session;

/**
 * Works out all that goes when objects of the model are deleted: evidence first, then references from elsewhere and
 * comments, then the objects, contents before containers. Begun and completed on the model thread.
 */
final class Deletion {

    private final Session session;
    private final Set<EObject> doomed = new LinkedHashSet<>();
    private final boolean contents;

    Deletion(Session session, Collection<UUID> objects) {
        this(session, objects, true);
    }

    /** @param contents whether what the objects contain goes with them; if not, it must have been moved away before */
    Deletion(Session session, Collection<UUID> objects, boolean contents) {
        this.session = session;
        this.contents = contents;
        for (UUID id : objects) {
            EObject object = session.find(id);
            if (object != null && contents) {
                add(object);
            } else if (object != null) {
                doomed.add(object);
            }
        }
    }

    private void add(EObject object) {
        object.eContents().forEach(this::add);
        doomed.add(object);
    }

    CompletableFuture<List<Change>> changes() {
        Map<UUID, Change> evidence = new LinkedHashMap<>();
        CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
        for (EObject object : doomed) {
            all = all.thenCombine(session.evidence(ModelValues.id(object)), (nothing, items) -> {
                for (EvidenceItem item : items) {
                    evidence.put(item.evidence().id(), new Change.Delete(item.evidence().state()));
                }
                return null;
            });
        }
        return all.thenApply(nothing -> complete(evidence.values()));
    }

    private List<Change> complete(Collection<Change> evidence) {
        List<Change> changes = new ArrayList<>(evidence);
        EcoreUtil.UsageCrossReferencer.findAll(doomed, session.project()).forEach((target, settings) -> settings
                .forEach(setting -> addClearing(changes, target, setting)));
        if (contents) {
            doomed.forEach(object -> changes.addAll(CommentCommands.deleteAll(session, ModelValues.id(object))));
        }
        for (EObject object : doomed) {
            UUID id = ModelValues.id(object);
            if (session.find(id) == object) {
                changes.add(new Change.Delete(ModelWriter.state(object, session.placement(id))));
            }
        }
        return changes;
    }

    private void addClearing(List<Change> changes, EObject target, Setting setting) {
        EStructuralFeature feature = setting.getEStructuralFeature();
        EObject source = setting.getEObject();
        if (!ModelValues.isStored(feature) || doomed.contains(source)) {
            return;
        }
        Value ref = Value.ref(ModelValues.id(target));
        UUID id = ModelValues.id(source);
        changes.add(feature.isMany() ? new Change.Remove(id, feature.getName(), ref)
                : new Change.Put(id, feature.getName(), ref, null));
    }
}
