package org.hubmark.core.pack;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.hubmark.core.change.Ids;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.OrderKeys;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.store.StoreException;

import com.google.gson.JsonElement;

/**
 * The hub model and the codebook of the sample project: everything the five known briefings state, by key. Immutable;
 * safe on any thread.
 */
public final class SeedModel {

    private final Map<String, SeedObject> objects = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<SeedObject>> contents = new HashMap<>();
    private final SeedCodebook codebook;

    private SeedModel(SeedCodebook codebook) {
        this.codebook = codebook;
    }

    /** Reads {@code model.json} and {@code codebook.json}. Blocks. */
    public static SeedModel read(SeedFolder seeds) throws IOException {
        SeedModel model = new SeedModel(SeedCodebook.read(seeds));
        for (JsonElement line : seeds.json("model.json").getAsJsonArray()) {
            SeedObject object = SeedObject.of(line.getAsJsonObject());
            model.places.put(object.key(), model.objects.size());
            model.objects.put(object.key(), object);
            model.contents.computeIfAbsent(object.container(), key -> new ArrayList<>()).add(object);
        }
        return model;
    }

    /** The addresses of all objects, in the order of the file. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(objects.keySet());
    }

    /** Adds the whole model and the codebook. What the project has already under its key stays as it is. */
    void addTo(ProjectDraft draft) throws StoreException {
        addTo(draft, objects.keySet());
    }

    /** Adds the codebook, and of the model what these keys name with all that it contains and refers to. */
    void addTo(ProjectDraft draft, Collection<String> keys) throws StoreException {
        codebook.addTo(draft);
        Set<String> missing = closure(draft, keys);
        if (missing.isEmpty()) {
            return;
        }
        UUID hubModel = draft.container("HubModel", "hubModel");
        Map<String, UUID> made = new HashMap<>();
        for (SeedObject object : objects.values()) {
            if (missing.contains(root(object).key())) {
                UUID container = object.container() == null ? hubModel : made.get(object.container());
                made.put(object.key(), object.keyed() ? draft.free(object.key())
                        : Ids.named(container, object.key()));
            }
        }
        for (SeedObject object : objects.values()) {
            if (made.containsKey(object.key())) {
                draft.create(state(object, made, draft, hubModel));
            }
        }
    }

    /**
     * The object at an address: the one known by that key or at that place; what is no longer at its place is answered
     * by what contained it. Empty if the project has neither.
     */
    Optional<UUID> find(KeyedObjects there, String address) {
        Optional<UUID> keyed = there.ofKey(address);
        SeedObject object = objects.get(address);
        if (keyed.isPresent() || object == null || object.container() == null) {
            return keyed;
        }
        Optional<UUID> container = find(there, object.container());
        return container.map(id -> Ids.named(id, address)).filter(id -> there.get(id) != null).or(() -> container);
    }

    /** The codes of a passage that is evidence of this object. */
    Set<UUID> codes(KeyedObjects there, ObjectState target) {
        return codebook.codes(there, target);
    }

    /** The code of a passage that only mentions something. */
    Set<UUID> mentionCodes(KeyedObjects there) {
        return codebook.mention(there);
    }

    /** The objects of the hub model itself that are needed for these keys and not there. */
    private Set<String> closure(ProjectDraft draft, Collection<String> keys) {
        Set<String> missing = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(keys);
        while (!open.isEmpty()) {
            SeedObject object = objects.get(open.remove());
            if (object == null) {
                continue;
            }
            SeedObject root = root(object);
            if (draft.objects().ofKey(root.key()).isEmpty() && missing.add(root.key())) {
                references(root, open);
            }
        }
        return missing;
    }

    private void references(SeedObject object, Deque<String> open) {
        object.refs().values().forEach(open::addAll);
        contents.getOrDefault(object.key(), List.of()).forEach(content -> references(content, open));
    }

    private SeedObject root(SeedObject object) {
        return object.container() == null ? object : root(objects.get(object.container()));
    }

    private ObjectState state(SeedObject object, Map<String, UUID> made, ProjectDraft draft, UUID hubModel) {
        Map<String, Value> values = new TreeMap<>(object.values());
        Map<String, Set<Value>> items = new TreeMap<>(object.items());
        object.refs().forEach((feature, targets) -> {
            Set<Value> ids = new LinkedHashSet<>();
            for (String target : targets) {
                ids.add(Value.ref(made.containsKey(target) ? made.get(target)
                        : find(draft.objects(), target).orElseThrow()));
            }
            if (object.many().contains(feature)) {
                items.put(feature, ids);
            } else {
                values.put(feature, ids.iterator().next());
            }
        });
        UUID container = object.container() == null ? hubModel : made.get(object.container());
        Placement placement = new Placement(container, object.feature(), OrderKeys.nth(places.get(object.key())));
        return new ObjectState(made.get(object.key()), object.type(), placement, values, items);
    }
}
