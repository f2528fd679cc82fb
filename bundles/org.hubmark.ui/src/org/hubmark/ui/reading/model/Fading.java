package org.hubmark.ui.reading.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How far marks that came newly have faded in. Times in milliseconds of any clock that only goes on. */
public final class Fading {

    /** So long it takes until a mark is as strong as the others. */
    public static final long DURATION_MS = 600;

    private final Map<Object, Long> begun = new HashMap<>();

    /** These begin to fade in; those that have begun go on. */
    public void begin(Collection<?> marks, long now) {
        marks.forEach(mark -> begun.putIfAbsent(mark, now));
    }

    /** 0 at the beginning, 1 at the end and for all others; slower towards the end. */
    public double strength(Object mark, long now) {
        Long since = begun.isEmpty() ? null : begun.get(mark);
        if (since == null) {
            return 1;
        }
        double left = 1 - Math.clamp((now - since) / (double) DURATION_MS, 0, 1);
        return 1 - left * left;
    }

    /** Those that are not there yet; forgets the others. */
    public Set<Object> going(long now) {
        begun.values().removeIf(since -> now - since >= DURATION_MS);
        return Set.copyOf(begun.keySet());
    }

    public void clear() {
        begun.clear();
    }
}
