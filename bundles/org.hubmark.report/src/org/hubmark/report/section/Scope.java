package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hubmark.model.Element;
import org.hubmark.model.Exhibit;
import org.hubmark.model.Hub;
import org.hubmark.model.Identified;
import org.hubmark.model.Metric;
import org.hubmark.model.Project;
import org.hubmark.model.Relation;
import org.hubmark.model.Row;
import org.hubmark.model.Situated;

/**
 * The elements a report is about, in the order of the model. With all hubs it is the whole model; with some it is these
 * hubs, what is tied to them, and what that leads to.
 */
final class Scope {

    private final boolean whole;
    private final Set<Element> elements = new LinkedHashSet<>();
    private final Map<Hub, List<Situated>> situated = new HashMap<>();
    private final Map<Element, List<Relation>> relations = new HashMap<>();
    private final Set<UUID> targets = new HashSet<>();
    private final Map<Element, Integer> order = new HashMap<>();

    Scope(Project project, Set<UUID> hubs) {
        whole = hubs.isEmpty();
        List<Element> all = project.getHubModel() == null ? List.of() : project.getHubModel().getElements();
        Set<Element> seed = new HashSet<>(all);
        if (!whole) {
            seed.removeIf(e -> !belongs(e, hubs));
            all.stream().filter(Relation.class::isInstance).filter(r -> touches((Relation) r, seed)).toList()
                    .forEach(seed::add);
            List.copyOf(seed).forEach(e -> seed.addAll(neighbours(e)));
        }
        all.stream().filter(seed::contains).forEach(this::add);
    }

    private void add(Element element) {
        order.put(element, elements.size());
        elements.add(element);
        targets.add(id(element));
        element.eAllContents().forEachRemaining(o -> targets.add(id((Identified) o)));
        if (element instanceof Situated tied) {
            Set<Hub> hubs = new LinkedHashSet<>(tied.getHubs());
            if (tied instanceof Metric metric && metric.getSubject() instanceof Hub subject) {
                hubs.add(subject);
            }
            hubs.forEach(h -> situated.computeIfAbsent(h, k -> new ArrayList<>()).add(tied));
        } else if (element instanceof Relation relation) {
            Set<Element> ends = new LinkedHashSet<>();
            ends.add(relation.getSource());
            ends.add(relation.getTarget());
            ends.forEach(e -> relations.computeIfAbsent(e, k -> new ArrayList<>()).add(relation));
        }
    }

    /** Whether nothing of the project is left out. */
    boolean whole() {
        return whole;
    }

    /** Whether an object is one of the elements or inside of one. */
    boolean holds(UUID target) {
        return targets.contains(target);
    }

    Set<Element> elements() {
        return elements;
    }

    <T extends Element> List<T> all(Class<T> type) {
        return elements.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends Situated> List<T> of(Hub hub, Class<T> type) {
        return situated.getOrDefault(hub, List.of()).stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<Relation> relations(Element end) {
        return relations.getOrDefault(end, List.of());
    }

    /** Elements in the order of the model, whatever order a set of references came in; those out of scope last. */
    <T extends Element> List<T> ordered(List<T> references) {
        return references.stream().sorted(Comparator.<T>comparingInt(e -> order.getOrDefault(e, Integer.MAX_VALUE))
                .thenComparing(Element::getId)).toList();
    }

    static UUID id(Identified object) {
        return UUID.fromString(object.getId());
    }

    private static boolean belongs(Element element, Set<UUID> hubs) {
        return switch (element) {
            case Hub hub -> hubs.contains(id(hub));
            case Metric m when m.getSubject() instanceof Hub hub && hubs.contains(id(hub)) -> true;
            case Situated tied -> tied.getHubs().stream().anyMatch(h -> hubs.contains(id(h)));
            case Exhibit exhibit -> exhibit.getRows().stream().map(Row::getSubjects).flatMap(List::stream)
                    .anyMatch(s -> s instanceof Hub hub && hubs.contains(id(hub)))
                    || exhibit.getNodes().stream().anyMatch(n -> n.getElement() instanceof Hub hub
                            && hubs.contains(id(hub)));
            default -> false;
        };
    }

    private static boolean touches(Relation relation, Set<Element> seed) {
        return relation.getSource() instanceof Hub && seed.contains(relation.getSource())
                || relation.getTarget() instanceof Hub && seed.contains(relation.getTarget());
    }

    /** What an element refers to, other hubs excepted: their own profile is not part of the report. */
    private static Set<Element> neighbours(Element element) {
        Set<Element> found = new LinkedHashSet<>();
        for (EObject target : EcoreUtil.ExternalCrossReferencer.find(List.of(element)).keySet()) {
            if (target instanceof Element neighbour && !(neighbour instanceof Hub)) {
                found.add(neighbour);
            }
        }
        return found;
    }
}
