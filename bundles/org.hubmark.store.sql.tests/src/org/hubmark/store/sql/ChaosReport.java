package org.hubmark.store.sql;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What happened in a run of {@link Chaos}, counted, as a block to read. For one thread. */
final class ChaosReport {

    private final Map<String, Long> counts = new LinkedHashMap<>();

    /** It happened once more. */
    void happened(String what) {
        happened(what, 1);
    }

    void happened(String what, long times) {
        counts.merge(what, times, Long::sum);
    }

    long count(String what) {
        return counts.getOrDefault(what, 0L);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach((what, count) -> text.append(String.format(Locale.ROOT, "%n  %-28s%,10d", what, count)));
        return text.append(System.lineSeparator()).toString();
    }
}
