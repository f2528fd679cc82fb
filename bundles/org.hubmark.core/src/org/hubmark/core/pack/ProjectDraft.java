package org.hubmark.core.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.Change;
import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.AnnotationStore;
import org.hubmark.core.store.Cursor;
import org.hubmark.core.store.StoreException;

/**
 * A project as it is, and the steps that are being added to it: what was just created is found like what was there.
 * Not safe for use by several threads.
 */
final class ProjectDraft {

    private final UUID project;
    private final KeyedObjects objects;
    private final UsedIds used;
    private List<Change> changes = new ArrayList<>();

    ProjectDraft(UUID project, Collection<ObjectState> living, UsedIds used) {
        this.project = project;
        this.objects = new KeyedObjects(living);
        this.used = used;
    }

    /** Tells whether an id was ever given to an object: those of deleted objects must not be given again. */
    @FunctionalInterface
    interface UsedIds {
        boolean contains(UUID id) throws StoreException;
    }

    /** The model, the codebook, the briefings and the editions of a project. */
    static ProjectDraft load(AnnotationStore store, UUID project, IProgressMonitor monitor) throws StoreException {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        List<ObjectState> living = new ArrayList<>(
                store.open(project, OptionalLong.empty(), progress.split(1)).objects());
        Set<String> types = Set.of(RecordTypes.BRIEFING, RecordTypes.EDITION);
        living.addAll(store.objects(project, types, OptionalLong.empty(), progress.split(1)).toList());
        return new ProjectDraft(project, living, id -> {
            try (Cursor<?> history = store.history(id, monitor)) {
                return history.hasNext();
            }
        });
    }

    UUID project() {
        return project;
    }

    KeyedObjects objects() {
        return objects;
    }

    /** The steps since the last call. */
    List<Change> drain() {
        List<Change> drained = List.copyOf(changes);
        changes = new ArrayList<>();
        return drained;
    }

    /** An id for a new object with a key: always the same one, as long as it was never given to another object. */
    UUID free(String key) throws StoreException {
        UUID candidate = Ids.ofKey(key);
        for (int attempt = 1; objects.get(candidate) != null || used.contains(candidate); attempt++) {
            candidate = Ids.named(project, attempt == 1 ? key : key + "#" + attempt);
        }
        return candidate;
    }

    void create(ObjectState state) {
        changes.add(new Change.Create(state));
        objects.put(state);
    }

    /** Gives an object a value for a feature that has none. */
    void fill(UUID object, String feature, Value value) {
        if (objects.get(object).values().get(feature) == null) {
            changes.add(new Change.Put(object, feature, null, value));
        }
    }

    /** The hub model or the codebook of the project, made if there is none. */
    UUID container(String type, String feature) throws StoreException {
        Optional<ObjectState> there = objects.only(type);
        if (there.isPresent()) {
            return there.get().id();
        }
        UUID id = free(feature + " of " + project);
        create(new ObjectState(id, type, new Placement(project, feature, OrderKeys.nth(0)), Map.of(), Map.of()));
        return id;
    }
}
