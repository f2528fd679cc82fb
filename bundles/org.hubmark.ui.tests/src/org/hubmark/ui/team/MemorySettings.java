package org.hubmark.ui.team;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.service.prefs.Preferences;

/** Settings in memory, as far as servers are remembered in them. */
final class MemorySettings {

    private MemorySettings() {
    }

    static Preferences make() {
        Map<String, String> values = new ConcurrentHashMap<>();
        return (Preferences) Proxy.newProxyInstance(MemorySettings.class.getClassLoader(),
                new Class<?>[] {Preferences.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "get" -> values.getOrDefault(arguments[0], (String) arguments[1]);
                    case "put" -> {
                        values.put((String) arguments[0], (String) arguments[1]);
                        yield null;
                    }
                    case "flush" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
