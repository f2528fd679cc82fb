package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.model.Code;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Chapter;
import org.hubmark.report.block.Line;
import org.hubmark.report.block.Run;

/** The codes with what they mean and how often they were given. */
record CodebookSection(Subject subject) implements Section {

    @Override
    public Chapter execute(IProgressMonitor monitor) {
        Messages messages = subject.messages();
        var codebook = subject.content().project().getCodebook();
        if (codebook == null || codebook.getCodes().isEmpty()) {
            return new Chapter("s-codes", messages.get("codes.title"),
                    List.of(new Block.Paragraph(Block.Voice.EMPTY, Line.of(messages.get("codes.empty")))));
        }
        Map<UUID, Integer> counts = counts(monitor);
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Block.Node> nodes = codebook.getCodes().stream().map(c -> node(c, counts, most)).toList();
        return new Chapter("s-codes", messages.get("codes.title"), List.of(
                new Block.Paragraph(Block.Voice.NOTE, Line.of(messages.get("codes.note"))), new Block.Tree(nodes)));
    }

    private Map<UUID, Integer> counts(IProgressMonitor monitor) {
        Map<UUID, Integer> counts = new HashMap<>();
        for (BriefingContent content : subject.content().briefings()) {
            Section.check(monitor);
            subject.cited(content).stream().flatMap(c -> c.passage().codes().stream())
                    .forEach(code -> counts.merge(code, 1, Integer::sum));
        }
        return counts;
    }

    private Block.Node node(Code code, Map<UUID, Integer> counts, int most) {
        int count = counts.getOrDefault(Scope.id(code), 0);
        Line.Builder line = Line.builder().add(new Run.Swatch(code.getColor()));
        subject.wording().name(code).appendTo(line).text(" ").strong(subject.wording().number(count));
        if (!code.getCodes().isEmpty()) {
            line.text(" ").small(subject.messages().get("codes.below", below(code)));
        }
        if (most > 0) {
            line.add(new Run.Bar((double) count / most));
        }
        return new Block.Node(Targets.anchor(code), line.build(), facts(code),
                code.getCodes().stream().map(c -> node(c, counts, most)).toList());
    }

    /** Passages with this code or one below it, each once. */
    private long below(Code code) {
        Set<UUID> subtree = new HashSet<>(Set.of(Scope.id(code)));
        code.eAllContents().forEachRemaining(c -> subtree.add(Scope.id((Code) c)));
        return subject.content().briefings().stream().flatMap(b -> subject.cited(b).stream())
                .filter(c -> c.passage().codes().stream().anyMatch(subtree::contains)).count();
    }

    private List<Block.Fact> facts(Code code) {
        List<Block.Fact> facts = new ArrayList<>();
        add(facts, subject.messages().get("codes.definition"), code.getDefinition());
        add(facts, subject.messages().get("codes.examples"), code.getExamples());
        add(facts, subject.messages().get("codes.exclusions"), code.getExclusions());
        return facts;
    }

    private void add(List<Block.Fact> facts, String label, String text) {
        if (!Wording.blank(text)) {
            Line.Builder value = Line.builder();
            subject.describing().text(value, subject.wording().inLanguage(text));
            facts.add(new Block.Fact(null, Line.of(label), value.build()));
        }
    }
}
