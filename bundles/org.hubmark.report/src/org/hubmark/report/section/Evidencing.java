package org.hubmark.report.section;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.briefing.Stance;
import org.hubmark.core.nls.Messages;
import org.hubmark.report.block.Line;
import org.hubmark.report.block.Run;

/** Puts the numbers of the evidence behind what is stated, or says that there is none. */
final class Evidencing {

    private final Citations citations;
    private final Messages messages;

    Evidencing(Citations citations, Messages messages) {
        this.citations = citations;
        this.messages = messages;
    }

    /** Numbers of supporting, then of contradicting, then of passages that only mention; each once, ascending. */
    Line.Builder append(Line.Builder line, List<Evidence> evidence) {
        cite(line, evidence, Stance.SUPPORTS, Run.Mark.SUPPORTS);
        if (Citations.contradicted(evidence)) {
            line.badge(messages.get("evidence.contradicted"), Run.Tone.ALARM);
            cite(line, evidence, Stance.CONTRADICTS, Run.Mark.CONTRADICTS);
        }
        Set<UUID> more = evidence.stream().filter(e -> e.stance() != Stance.MENTIONS).map(Evidence::passage)
                .collect(Collectors.toSet());
        cite(line, evidence.stream().filter(e -> !more.contains(e.passage())).toList(), Stance.MENTIONS,
                Run.Mark.MENTIONS);
        return line;
    }

    /** As {@link #append}; without evidence, the words for that. */
    Line.Builder appendOrNone(Line.Builder line, List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return line.text(" ").badge(messages.get("evidence.none"), Run.Tone.WARNING);
        }
        return append(line, evidence);
    }

    /** As {@link #appendOrNone}; without evidence for something that is a part of what has some, says just that. */
    Line.Builder appendOwn(Line.Builder line, List<Evidence> evidence, boolean founded) {
        if (evidence.isEmpty() && founded) {
            return line.text(" ").badge(messages.get("evidence.noneOfItsOwn"), Run.Tone.QUIET);
        }
        return appendOrNone(line, evidence);
    }

    Line line(List<Evidence> evidence) {
        return appendOrNone(Line.builder(), evidence).build();
    }

    private void cite(Line.Builder line, List<Evidence> evidence, Stance stance, Run.Mark mark) {
        TreeSet<Integer> numbers = new TreeSet<>();
        evidence.stream().filter(e -> e.stance() == stance).forEach(e -> numbers.add(citations.number(e.passage())));
        numbers.forEach(n -> line.text(" ").add(new Run.Cite(n, mark)));
    }

    /** Whether two things rest on the same passages in the same way. */
    static boolean same(List<Evidence> one, List<Evidence> other) {
        return passages(one).equals(passages(other));
    }

    private static Set<List<Object>> passages(List<Evidence> evidence) {
        return evidence.stream().map(e -> List.<Object>of(e.passage(), e.stance())).collect(Collectors.toSet());
    }

    /** All evidence for an object and nothing else. */
    List<Evidence> of(UUID target) {
        return citations.of(target);
    }
}
