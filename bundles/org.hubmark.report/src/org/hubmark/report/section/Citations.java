package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Passage;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.project.ProjectContent;
import org.hubmark.core.store.BriefingContent;

/**
 * Numbers the passages of a project: by briefing, place and id, from 1. The numbers belong to the revision, not to the
 * scope of a report, so that [12] is the same passage in every report on that revision.
 */
final class Citations {

    private static final Comparator<Passage> BY_PLACE = Comparator.<Passage>comparingInt(p -> p.anchor().start())
            .thenComparing(p -> p.anchor().end(), Comparator.reverseOrder()).thenComparing(Passage::id);

    /** @param evidence what the passage is used for, by target as the store keeps it */
    record Cited(int number, Passage passage, BriefingContent source, List<Evidence> evidence) {
    }

    private final ProjectContent content;
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final Map<UUID, List<Cited>> byEdition = new HashMap<>();

    Citations(ProjectContent content) {
        this.content = content;
        for (BriefingContent briefing : content.briefings()) {
            byEdition.put(briefing.edition().id(), number(briefing));
        }
    }

    private List<Cited> number(BriefingContent briefing) {
        Map<UUID, List<Evidence>> evidence = new HashMap<>();
        briefing.evidence().stream().sorted(Comparator.comparing(Evidence::order).thenComparing(Evidence::id))
                .forEach(e -> evidence.computeIfAbsent(e.passage(), k -> new ArrayList<>()).add(e));
        List<Cited> cited = new ArrayList<>();
        for (Passage passage : briefing.passages().stream().sorted(BY_PLACE).toList()) {
            int number = numbers.size() + 1;
            numbers.put(passage.id(), number);
            cited.add(new Cited(number, passage, briefing, evidence.getOrDefault(passage.id(), List.of())));
        }
        return cited;
    }

    int number(UUID passage) {
        return numbers.get(passage);
    }

    /** The passages of an edition, by number. */
    List<Cited> of(BriefingContent briefing) {
        return byEdition.get(briefing.edition().id());
    }

    /** Evidence for an object and nothing else. */
    List<Evidence> of(UUID target) {
        return content.evidence(target);
    }

    static boolean supported(List<Evidence> evidence) {
        return evidence.stream().anyMatch(e -> e.stance() == Stance.SUPPORTS);
    }

    static boolean contradicted(List<Evidence> evidence) {
        return evidence.stream().anyMatch(e -> e.stance() == Stance.CONTRADICTS);
    }
}
