package org.hubmark.ui.team;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A place for passwords in memory. */
final class FakePasswordStore implements PasswordStore {

    private final Map<String, char[]> kept = new ConcurrentHashMap<>();
    private final boolean usable;

    FakePasswordStore(boolean usable) {
        this.usable = usable;
    }

    int size() {
        return kept.size();
    }

    @Override
    public boolean isUsable() {
        return usable;
    }

    @Override
    public Optional<char[]> find(String key) {
        return Optional.ofNullable(kept.get(key)).map(char[]::clone);
    }

    @Override
    public void put(String key, char[] password) {
        kept.put(key, password.clone());
    }

    @Override
    public void remove(String key) {
        kept.remove(key);
    }
}
