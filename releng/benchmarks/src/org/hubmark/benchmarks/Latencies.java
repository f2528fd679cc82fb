package org.hubmark.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Times that something took, in nanoseconds. */
final class Latencies {

    private static final double NANOS_A_MS = 1e6;

    private final List<Long> nanos = new ArrayList<>();

    void addAll(Collection<Long> more) {
        nanos.addAll(more);
    }

    double perSecond(int seconds) {
        return (double) nanos.size() / seconds;
    }

    int count() {
        return nanos.size();
    }

    double ms(int percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / NANOS_A_MS;
    }
}
