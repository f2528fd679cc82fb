package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
import org.hubmark.model.Organization;
import org.hubmark.model.Person;
import org.hubmark.model.Platform;
import org.hubmark.model.Programme;
import org.hubmark.model.Relation;
import org.hubmark.model.ResearchProject;
import org.hubmark.model.Scenario;
import org.hubmark.model.Situated;
import org.hubmark.model.Statement;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Chapter;
import org.hubmark.report.block.Line;

/** Everything in scope that no hub's profile shows: organizations, people, and what is tied to no hub. */
record ElementsSection(Subject subject) implements Section {

    private static final List<Class<? extends Element>> KINDS = List.of(Family.class, Mechanism.class, Programme.class,
            Platform.class, ResearchProject.class, Scenario.class, Milestone.class, Concept.class, Organization.class,
            Person.class, Statement.class, Lesson.class);

    @Override
    public Chapter execute(IProgressMonitor monitor) {
        Messages messages = subject.messages();
        Set<Element> shown = shown();
        List<Block> blocks = new ArrayList<>();
        for (Class<? extends Element> kind : KINDS) {
            Section.check(monitor);
            List<Element> rest = rest(kind, shown);
            if (!rest.isEmpty()) {
                blocks.add(fold(kind, rest.size(),
                        new Block.Tree(rest.stream().map(this::node).toList())));
            }
        }
        List<Metric> metrics = rest(Metric.class, shown).stream().map(Metric.class::cast).toList();
        if (!metrics.isEmpty()) {
            blocks.add(fold(Metric.class, metrics.size(), new MetricTable(subject, metrics, null).table()));
        }
        List<Element> relations = rest(Relation.class, shown);
        if (!relations.isEmpty()) {
            blocks.add(fold(Relation.class, relations.size(), new Block.Tree(relations.stream()
                    .map(r -> subject.describing().relation((Relation) r, null)).toList())));
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(Block.Voice.EMPTY, Line.of(messages.get("elements.empty"))));
        } else {
            blocks.addFirst(new Block.Paragraph(Block.Voice.NOTE, Line.of(messages.get("elements.note"))));
        }
        return new Chapter("s-elements", messages.get("elements.title"), blocks);
    }

    private Set<Element> shown() {
        Set<Element> shown = new HashSet<>();
        for (Hub hub : subject.scope().all(Hub.class)) {
            shown.addAll(subject.scope().of(hub, Situated.class));
            shown.addAll(subject.scope().relations(hub));
        }
        return shown;
    }

    private List<Element> rest(Class<? extends Element> kind, Set<Element> shown) {
        return subject.scope().elements().stream().filter(e -> kind.isInstance(e) && !shown.contains(e)).toList();
    }

    private Block.Node node(Element element) {
        return switch (element) {
            case Milestone milestone -> Milestones.node(subject, milestone);
            case Family family -> family(family);
            default -> subject.describing().node(element);
        };
    }

    private Block.Node family(Family family) {
        long mechanisms = subject.scope().all(Mechanism.class).stream().filter(m -> m.getFamilies().contains(family))
                .count();
        Line line = Line.builder().line(subject.describing().line(family)).text(" ")
                .muted(subject.messages().get("elements.mechanisms", mechanisms)).build();
        return new Block.Node(Targets.anchor(family), line, subject.describing().facts(family), List.of());
    }

    private Block fold(Class<? extends Element> kind, int count, Block content) {
        Line title = Line.builder().text(Kinds.many(kind, subject.messages())).text(" ")
                .small(subject.wording().number(count)).build();
        return new Block.Fold("e-" + kind.getSimpleName(), 3, title, true, List.of(content));
    }
}
