package org.hubmark.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.project.ProjectContent;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.model.Project;

/** A project's content put together by hand. */
record TestContent(Project project, long revision, boolean isNewest, Instant when, String author,
        List<BriefingContent> briefings, Map<UUID, Passage> passages, Map<UUID, List<Evidence>> evidence)
        implements ProjectContent {

    static TestContent of(Project project, List<BriefingContent> briefings) {
        Map<UUID, Passage> passages = new HashMap<>();
        Map<UUID, List<Evidence>> evidence = new HashMap<>();
        for (BriefingContent briefing : briefings) {
            briefing.passages().forEach(p -> passages.put(p.id(), p));
            Comparator<Evidence> byPlace = Comparator.comparingInt(e -> passages.get(e.passage()).anchor().start());
            briefing.evidence().stream().sorted(byPlace.thenComparing(Evidence::id))
                    .forEach(e -> evidence.computeIfAbsent(e.target(), k -> new ArrayList<>()).add(e));
        }
        Instant when = Instant.parse("2024-05-06T23:30:00Z");
        return new TestContent(project, 42, true, when, "lin", briefings, passages, evidence);
    }

    @Override
    public List<Evidence> evidence(UUID target) {
        return evidence.getOrDefault(target, List.of());
    }

    @Override
    public Passage passage(UUID id) {
        return passages.get(id);
    }

    @Override
    public BriefingContent briefingOf(Passage passage) {
        return briefings.stream().filter(b -> b.edition().id().equals(passage.edition())).findFirst().orElseThrow();
    }
}
