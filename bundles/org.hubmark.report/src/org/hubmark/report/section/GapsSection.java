package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.nls.Messages;
import org.hubmark.model.Element;
import org.hubmark.model.ElementStatus;
import org.hubmark.model.Fact;
import org.hubmark.model.Identified;
import org.hubmark.model.Metric;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Chapter;
import org.hubmark.report.block.Line;

/** What a reader should not rely on: contradicted, disputed, figures that do not agree, or without a passage. */
record GapsSection(Subject subject) implements Section {

    @Override
    public Chapter execute(IProgressMonitor monitor) {
        Messages messages = subject.messages();
        List<Block> blocks = new ArrayList<>();
        Section.check(monitor);
        list(messages.get("gaps.contradicted"), messages.get("gaps.noneContradicted"), contradicted(), blocks);
        list(messages.get("gaps.disputed"), messages.get("gaps.noneDisputed"), disputed(), blocks);
        disagreeing(blocks);
        list(messages.get("gaps.unsupported"), messages.get("gaps.noneUnsupported"), unsupported(), blocks);
        Section.check(monitor);
        list(messages.get("gaps.facts"), messages.get("gaps.noneFacts"), facts(), blocks);
        return new Chapter("s-gaps", messages.get("gaps.title"), blocks);
    }

    private void list(String title, String none, List<Block.Node> nodes, List<Block> blocks) {
        int count = nodes.stream().mapToInt(n -> Math.max(1, n.children().size())).sum();
        blocks.add(new Block.Heading("gaps-" + headings(blocks), 3, Line.builder().text(title).text(" ")
                .small(subject.wording().number(nodes.isEmpty() ? 0 : count)).build()));
        blocks.add(nodes.isEmpty() ? new Block.Paragraph(Block.Voice.EMPTY, Line.of(none)) : new Block.Tree(nodes));
    }

    private static long headings(List<Block> blocks) {
        return blocks.stream().filter(Block.Heading.class::isInstance).count();
    }

    private void disagreeing(List<Block> blocks) {
        Messages messages = subject.messages();
        List<Block.Node> nodes = Disagreement.among(subject.scope().all(Metric.class)).stream()
                .map(this::disagreement).toList();
        list(messages.get("gaps.disagreeing"), messages.get("gaps.noneDisagreeing"), nodes, blocks);
        if (!nodes.isEmpty()) {
            blocks.add(blocks.size() - 1, new Block.Paragraph(Block.Voice.NOTE,
                    Line.of(messages.get("gaps.disagreeingNote"))));
        }
    }

    private Block.Node disagreement(Disagreement disagreement) {
        Line.Builder line = subject.wording().name(disagreement.subject()).appendLink(Line.builder(),
                Targets.anchor(disagreement.subject()));
        return new Block.Node(null, line.build(), List.of(),
                disagreement.metrics().stream().map(this::figure).toList());
    }

    private Block.Node figure(Metric metric) {
        Wording wording = subject.wording();
        Line.Builder line = wording.name(metric, metric.getSubject()).appendLink(Line.builder(),
                Targets.anchor(metric)).text(subject.messages().get("fact.colon"));
        wording.append(line, wording.wording(metric.getQuantity()));
        if (!Wording.blank(metric.getQuantity().getPeriod())) {
            line.text(" ").muted(wording.when(metric.getQuantity().getPeriod()));
        }
        return new Block.Node(null, subject.evidencing().appendOrNone(line, subject.evidence(metric)).build());
    }

    private List<Block.Node> contradicted() {
        List<Block.Node> nodes = new ArrayList<>();
        for (Element element : subject.scope().elements()) {
            evidenceOf(element).forEach((target, evidence) -> {
                if (Citations.contradicted(evidence)) {
                    Line.Builder line = Line.builder();
                    subject.targets().name(target).appendLink(line, subject.targets().place(target));
                    nodes.add(new Block.Node(null, subject.evidencing().append(line, evidence).build()));
                }
            });
        }
        return nodes;
    }

    private Map<UUID, List<Evidence>> evidenceOf(Element element) {
        Map<UUID, List<Evidence>> evidence = new LinkedHashMap<>();
        evidence.put(Scope.id(element), subject.evidencing().of(Scope.id(element)));
        element.eAllContents().forEachRemaining(o -> {
            UUID id = Scope.id((Identified) o);
            evidence.put(id, subject.evidencing().of(id));
        });
        return evidence;
    }

    private List<Block.Node> disputed() {
        return subject.scope().elements().stream().filter(e -> e.getStatus() == ElementStatus.DISPUTED)
                .map(e -> new Block.Node(null, subject.describing().reference(e))).toList();
    }

    private List<Block.Node> unsupported() {
        Map<String, List<Block.Node>> byKind = new LinkedHashMap<>();
        for (Element element : subject.claims()) {
            if (!Citations.supported(subject.evidence(element))) {
                byKind.computeIfAbsent(Kinds.one(element, subject.messages()), k -> new ArrayList<>())
                        .add(new Block.Node(null, subject.describing().reference(element)));
            }
        }
        return groups(byKind);
    }

    private List<Block.Node> groups(Map<String, List<Block.Node>> groups) {
        return groups.entrySet().stream().map(g -> new Block.Node(null, Line.builder().strong(g.getKey()).text(" ")
                .small(subject.wording().number(g.getValue().size())).build(), List.of(), g.getValue())).toList();
    }

    /** One node for each element, with its facts that no passage of their own supports. */
    private List<Block.Node> facts() {
        List<Block.Node> nodes = new ArrayList<>();
        for (Element element : subject.scope().elements()) {
            List<Fact> facts = element.getFacts().stream()
                    .filter(f -> !Citations.supported(subject.describing().factLines().evidence(f))).toList();
            if (!facts.isEmpty()) {
                Line.Builder line = subject.wording().name(element).appendLink(Line.builder(), Targets.anchor(element));
                String separator = subject.messages().get("fact.colon");
                for (Map.Entry<String, Long> key : counted(facts).entrySet()) {
                    String word = subject.wording().key(key.getKey());
                    subject.describing().text(line.text(separator), key.getValue() == 1 ? word
                            : subject.messages().get("gaps.several", word, key.getValue()));
                    separator = subject.messages().get("list.separator");
                }
                nodes.add(new Block.Node(null, line.build()));
            }
        }
        return nodes;
    }

    private static Map<String, Long> counted(List<Fact> facts) {
        Map<String, Long> counts = new LinkedHashMap<>();
        facts.forEach(f -> counts.merge(f.getKey() == null ? "" : f.getKey(), 1L, Long::sum));
        return counts;
    }
}
