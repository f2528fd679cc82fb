package org.hubmark.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.hubmark.core.store.Revision;

/** What the store answered to all the clients of {@link Chaos}, to be held against its log. Safe for use by several threads. */
final class ChaosAnswers {

    private static final String LOST = "of them lost";
    private static final String TWICE = "in the log twice";
    private static final String RENUMBERED = "given two numbers";

    private final Map<UUID, Long> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger renumbered = new AtomicInteger();
    private final AtomicInteger rejected = new AtomicInteger();

    void accepted(UUID changeSet, long revision) {
        Long before = accepted.put(changeSet, revision);
        if (before != null && before != revision) {
            renumbered.incrementAndGet();
        }
    }

    void rejected() {
        rejected.incrementAndGet();
    }

    void count(List<Revision> log, ChaosReport report) {
        Map<UUID, Long> there = new HashMap<>();
        int twice = 0;
        for (Revision revision : log) {
            twice += there.put(revision.changeSet(), revision.number()) == null ? 0 : 1;
        }
        long present = accepted.entrySet().stream().filter(e -> e.getValue().equals(there.get(e.getKey()))).count();
        report.happened("change sets acknowledged", accepted.size());
        report.happened("of them present", present);
        report.happened(LOST, accepted.size() - present);
        report.happened(TWICE, twice);
        report.happened(RENUMBERED, renumbered.get());
        report.happened("refused or in conflict", rejected.get());
        report.happened("last revision", log.getLast().number());
    }

    /** After {@link #count}. */
    void check(List<Revision> log, ChaosReport report) {
        assertEquals(LongStream.rangeClosed(1, log.size()).boxed().toList(),
                log.stream().map(Revision::number).toList());
        for (String wrong : List.of(LOST, TWICE, RENUMBERED)) {
            assertEquals(0, report.count(wrong), wrong);
        }
        assertTrue(accepted.size() > 100, "next to nothing happened");
    }
}
