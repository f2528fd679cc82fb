package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.hubmark.core.nls.Messages;
import org.hubmark.model.Concept;
import org.hubmark.model.Element;
import org.hubmark.model.Family;
import org.hubmark.model.Hub;
import org.hubmark.model.Lesson;
import org.hubmark.model.Mechanism;
import org.hubmark.model.Metric;
import org.hubmark.model.Milestone;
import org.hubmark.model.Platform;
import org.hubmark.model.Programme;
import org.hubmark.model.Relation;
import org.hubmark.model.ResearchProject;
import org.hubmark.model.Scenario;
import org.hubmark.model.Situated;
import org.hubmark.model.Statement;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Block.Node;
import org.hubmark.report.block.Chapter;
import org.hubmark.report.block.Line;

/** A profile of each hub in scope. */
record HubsSection(Subject subject) implements Section {

    @Override
    public Chapter execute(IProgressMonitor monitor) {
        Messages messages = subject.messages();
        List<Block> blocks = new ArrayList<>();
        List<Hub> hubs = subject.scope().all(Hub.class);
        if (hubs.isEmpty()) {
            blocks.add(new Block.Paragraph(Block.Voice.EMPTY, Line.of(messages.get("hubs.empty"))));
        }
        for (Hub hub : hubs) {
            Section.check(monitor);
            blocks.add(profile(hub));
        }
        return new Chapter("s-hubs", messages.get("hubs.title"), blocks);
    }

    private Block profile(Hub hub) {
        List<Block> body = new ArrayList<>();
        Line.Builder evidence = Line.builder().muted(subject.messages().get("hubs.evidence"));
        body.add(new Block.Paragraph(Block.Voice.BODY, subject.describing().status(evidence, hub).build()));
        facts(hub, body);
        mechanisms(hub, body);
        list(hub, Programme.class, body);
        list(hub, Platform.class, body);
        list(hub, ResearchProject.class, body);
        list(hub, Scenario.class, body);
        milestones(hub, body);
        metrics(hub, body);
        list(hub, Concept.class, body);
        relations(hub, body);
        list(hub, Statement.class, body);
        list(hub, Lesson.class, body);
        if (body.size() == 1) {
            body.add(new Block.Paragraph(Block.Voice.EMPTY, Line.of(subject.messages().get("hubs.nothing"))));
        }
        Line title = subject.wording().name(hub).appendTo(Line.builder()).build();
        return new Block.Fold(Targets.anchor(hub), 3, title, true, body);
    }

    private void facts(Hub hub, List<Block> body) {
        List<Block.Fact> facts = new ArrayList<>(subject.describing().facts(hub));
        List<Hub> parts = subject.scope().all(Hub.class).stream().filter(h -> h.getPartOf() == hub).toList();
        if (!parts.isEmpty()) {
            Line.Builder line = Line.builder();
            subject.describing().links(line, parts);
            facts.add(new Block.Fact(null, Line.of(subject.messages().get("hubs.parts")), line.build()));
        }
        if (!facts.isEmpty()) {
            body.add(new Block.FactList(facts));
        }
    }

    /** Each mechanism once, under the first of its families; the others are named with it. */
    private void mechanisms(Hub hub, List<Block> body) {
        Map<Family, List<Mechanism>> byFamily = new LinkedHashMap<>();
        subject.scope().all(Family.class).forEach(f -> byFamily.put(f, new ArrayList<>()));
        List<Mechanism> others = new ArrayList<>();
        List<Mechanism> mechanisms = subject.scope().of(hub, Mechanism.class);
        for (Mechanism mechanism : mechanisms) {
            List<Family> families = subject.scope().ordered(mechanism.getFamilies());
            (families.isEmpty() ? others : byFamily.getOrDefault(families.getFirst(), others)).add(mechanism);
        }
        if (mechanisms.isEmpty()) {
            return;
        }
        title(Mechanism.class, mechanisms.size(), body);
        List<Node> nodes = new ArrayList<>();
        byFamily.forEach((family, list) -> group(subject.wording().name(family), list, nodes));
        group(new Name(subject.messages().get("hubs.noFamily"), null, null, null), others, nodes);
        body.add(new Block.Tree(nodes));
    }

    private void group(Name family, List<Mechanism> mechanisms, List<Node> nodes) {
        if (!mechanisms.isEmpty()) {
            nodes.add(new Node(null, family.appendStrong(Line.builder()).build(), List.of(),
                    mechanisms.stream().map(this::mechanism).toList()));
        }
    }

    private Node mechanism(Mechanism mechanism) {
        List<Block.Fact> facts = new ArrayList<>();
        List<Family> families = subject.scope().ordered(mechanism.getFamilies());
        if (families.size() > 1) {
            Line.Builder line = Line.builder();
            subject.describing().links(line, families.subList(1, families.size()));
            facts.add(new Block.Fact(null, Line.of(subject.messages().get("hubs.alsoFamilies")), line.build()));
        }
        facts.addAll(subject.describing().facts(mechanism));
        return new Node(Targets.anchor(mechanism), subject.describing().line(mechanism), facts, List.of());
    }

    private <T extends Situated> void list(Hub hub, Class<T> kind, List<Block> body) {
        List<T> elements = subject.scope().of(hub, kind);
        if (!elements.isEmpty()) {
            title(kind, elements.size(), body);
            body.add(new Block.Tree(elements.stream().map(subject.describing()::node).toList()));
        }
    }

    private void milestones(Hub hub, List<Block> body) {
        List<Milestone> milestones = subject.scope().of(hub, Milestone.class).stream()
                .sorted(Comparator.comparing(Milestone::getDate, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        if (!milestones.isEmpty()) {
            title(Milestone.class, milestones.size(), body);
            body.add(new Block.Tree(milestones.stream().map(m -> Milestones.node(subject, m)).toList()));
        }
    }

    private void metrics(Hub hub, List<Block> body) {
        List<Metric> metrics = subject.scope().of(hub, Metric.class).stream().filter(m -> !isOfAnother(m, hub))
                .toList();
        if (!metrics.isEmpty()) {
            title(Metric.class, metrics.size(), body);
            body.add(new MetricTable(subject, metrics, hub).table());
        }
    }

    /** What is measured of another hub stands in that one's profile, once. */
    private boolean isOfAnother(Metric metric, Hub hub) {
        return metric.getSubject() instanceof Hub other && other != hub && subject.scope().elements().contains(other);
    }

    private void relations(Hub hub, List<Block> body) {
        List<Relation> relations = subject.scope().relations(hub);
        if (!relations.isEmpty()) {
            title(Relation.class, relations.size(), body);
            body.add(new Block.Tree(relations.stream().map(r -> subject.describing().relation(r, hub)).toList()));
        }
    }

    private void title(Class<? extends Element> kind, int count, List<Block> body) {
        body.add(new Block.Heading(null, 4, Line.builder().text(Kinds.many(kind, subject.messages())).text(" ")
                .small(subject.wording().number(count)).build()));
    }
}
