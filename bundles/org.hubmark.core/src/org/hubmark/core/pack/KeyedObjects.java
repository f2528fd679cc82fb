package org.hubmark.core.pack;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.hubmark.core.change.ObjectState;

/** Living objects by id and by key. Not safe for use by several threads. */
final class KeyedObjects {

    private final Map<UUID, ObjectState> byId = new HashMap<>();
    private final Map<String, UUID> byKey = new HashMap<>();

    KeyedObjects(Collection<ObjectState> objects) {
        objects.forEach(this::put);
    }

    void put(ObjectState state) {
        byId.put(state.id(), state);
        String key = state.text("key");
        // the key of a fact says what it states, and many facts state the same kind of thing
        if (key != null && !"Fact".equals(state.type())) {
            byKey.putIfAbsent(key, state.id());
        }
    }

    ObjectState get(UUID id) {
        return byId.get(id);
    }

    Optional<UUID> ofKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Collection<ObjectState> all() {
        return byId.values();
    }

    /** The only object of a type that there is one of, or empty. */
    Optional<ObjectState> only(String type) {
        return byId.values().stream().filter(state -> state.type().equals(type)).findFirst();
    }
}
