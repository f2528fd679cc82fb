package org.hubmark.ui.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.hubmark.model.Element;
import org.hubmark.model.Family;
import org.hubmark.model.Hub;
import org.hubmark.model.HubModel;
import org.hubmark.model.Mechanism;
import org.hubmark.model.Metric;
import org.hubmark.model.Relation;
import org.hubmark.model.Situated;

/**
 * The hub model as a tree: hubs by country with what belongs to them, mechanisms by family, then all elements by kind.
 * An element appears wherever it belongs, so a node is a place, not the element. Built for one state of the model:
 * linear in it, children on demand. Model thread; no window needed.
 */
public final class HubTree {

    /** A place in the tree. Two nodes are equal if they stand for the same at the same place. */
    public sealed interface Node {
        /** Null at the top. */
        Node parent();
    }

    /** What an element is gathered under; {@code type} is its class in the model, or a country, or a family's label. */
    public record Group(Node parent, Kind kind, String type, String label, int count) implements Node {

        @Override
        public boolean equals(Object other) {
            return other instanceof Group g && kind == g.kind && type.equals(g.type)
                    && Objects.equals(parent, g.parent);
        }

        @Override
        public int hashCode() {
            return Objects.hash(parent, kind, type);
        }
    }

    /** What a group gathers by. */
    public enum Kind {
        COUNTRY, TYPE, FAMILY
    }

    public record Leaf(Node parent, Element element) implements Node {
    }

    private static final List<String> UNDER_HUB = List.of("Mechanism", "Programme", "Platform", "ResearchProject",
            "Scenario", "Milestone", "Metric", "Statement", "Lesson", "Concept", "Relation");
    private static final List<String> BY_KIND = List.of("Family", "Mechanism", "Organization", "Person", "Programme",
            "Platform", "ResearchProject", "Scenario", "Milestone", "Metric", "Concept", "Statement", "Lesson",
            "Exhibit", "Relation");

    private final Names names;
    private final Predicate<Element> shown;
    private final Map<String, List<Element>> byType = new TreeMap<>();
    private final Map<Hub, Map<String, Set<Element>>> ofHub = new LinkedHashMap<>();

    /** @param shown which elements to show; hubs of shown elements are shown besides */
    public HubTree(HubModel model, Names names, Predicate<Element> shown) {
        this.names = names;
        this.shown = shown;
        for (Element element : model == null ? List.<Element>of() : model.getElements()) {
            if (element instanceof Hub hub && shown.test(hub)) {
                ofHub.computeIfAbsent(hub, h -> new TreeMap<>());
            }
            if (shown.test(element)) {
                String type = element.eClass().getName();
                byType.computeIfAbsent(type, t -> new ArrayList<>()).add(element);
                hubs(element).forEach(hub -> ofHub.computeIfAbsent(hub, h -> new TreeMap<>())
                        .computeIfAbsent(type, t -> new LinkedHashSet<>()).add(element));
            }
        }
    }

    private static Collection<Hub> hubs(Element element) {
        Set<Hub> hubs = new LinkedHashSet<>();
        if (element instanceof Situated situated) {
            hubs.addAll(situated.getHubs());
        }
        if (element instanceof Metric metric && metric.getSubject() instanceof Hub hub) {
            hubs.add(hub);
        }
        if (element instanceof Relation relation) {
            addIfHub(relation.getSource(), hubs);
            addIfHub(relation.getTarget(), hubs);
        }
        return hubs;
    }

    private static void addIfHub(Element end, Set<Hub> hubs) {
        if (end instanceof Hub hub) {
            hubs.add(hub);
        }
    }

    /** The countries with their hubs, then the kinds of elements. */
    public List<Node> roots() {
        Map<String, Integer> countries = new TreeMap<>(names.order());
        ofHub.keySet().forEach(hub -> countries.merge(names.country(hub), 1, Integer::sum));
        List<Node> roots = new ArrayList<>();
        countries.forEach((country, count) -> roots.add(new Group(null, Kind.COUNTRY, country, country, count)));
        BY_KIND.stream().filter(byType::containsKey).forEach(
                type -> roots.add(new Group(null, Kind.TYPE, type, names.plural(type), byType.get(type).size())));
        return roots;
    }

    public List<Node> children(Node node) {
        return switch (node) {
            case Group g when g.kind() == Kind.COUNTRY -> leaves(g, ofHub.keySet().stream()
                    .filter(h -> names.country(h).equals(g.type())).toList());
            case Group g when g.parent() instanceof Leaf(Node p, Hub hub) && g.type().equals("Mechanism") ->
                    families(g, of(hub, g));
            case Group g when g.parent() instanceof Leaf(Node p, Hub hub) -> leaves(g, of(hub, g));
            case Group g when g.kind() == Kind.FAMILY -> leaves(g, inFamily(g));
            case Group g -> leaves(g, byType.getOrDefault(g.type(), List.of()));
            case Leaf(Node parent, Hub hub) -> groups(node, hub);
            case Leaf(Node parent, Family family) -> leaves(node, members(family));
            case Leaf leaf -> List.of();
        };
    }

    /** Cheaper than {@link #children}. */
    public boolean hasChildren(Node node) {
        return switch (node) {
            case Group g -> g.count() > 0;
            case Leaf(Node parent, Hub hub) -> !ofHub.getOrDefault(hub, Map.of()).isEmpty();
            case Leaf(Node parent, Family family) -> !members(family).isEmpty();
            case Leaf leaf -> false;
        };
    }

    /** A place of an element, hubs below their country, others by their kind; null if it is not shown. */
    public Node find(Element element) {
        if (!shown.test(element)) {
            return null;
        }
        String type = element.eClass().getName();
        Group group = element instanceof Hub hub ? new Group(null, Kind.COUNTRY, names.country(hub), "", 1)
                : new Group(null, Kind.TYPE, type, "", 1);
        return new Leaf(group, element);
    }

    private List<Node> groups(Node parent, Hub hub) {
        Map<String, Set<Element>> types = ofHub.getOrDefault(hub, Map.of());
        return UNDER_HUB.stream().filter(types::containsKey).<Node>map(
                t -> new Group(parent, Kind.TYPE, t, names.plural(t), types.get(t).size())).toList();
    }

    private Collection<Element> of(Hub hub, Group group) {
        return ofHub.getOrDefault(hub, Map.of()).getOrDefault(group.type(), Set.of());
    }

    private List<Node> families(Group parent, Collection<Element> mechanisms) {
        Map<String, Integer> families = new TreeMap<>(names.order());
        List<Element> without = new ArrayList<>();
        for (Element element : mechanisms) {
            List<Family> own = ((Mechanism) element).getFamilies();
            own.forEach(f -> families.merge(names.of(f), 1, Integer::sum));
            if (own.isEmpty()) {
                without.add(element);
            }
        }
        List<Node> nodes = new ArrayList<>();
        families.forEach((label, count) -> nodes.add(new Group(parent, Kind.FAMILY, label, label, count)));
        nodes.addAll(leaves(parent, without));
        return nodes;
    }

    private List<Element> inFamily(Group family) {
        Group mechanisms = (Group) family.parent();
        Hub hub = (Hub) ((Leaf) mechanisms.parent()).element();
        return of(hub, mechanisms).stream().filter(m -> ((Mechanism) m).getFamilies().stream()
                .anyMatch(f -> names.of(f).equals(family.type()))).toList();
    }

    private List<Element> members(Family family) {
        return byType.getOrDefault("Mechanism", List.of()).stream()
                .filter(m -> ((Mechanism) m).getFamilies().contains(family)).toList();
    }

    private List<Node> leaves(Node parent, Collection<? extends Element> elements) {
        return elements.stream().sorted(Comparator.comparing(names::of, names.order()))
                .<Node>map(e -> new Leaf(parent, e)).toList();
    }
}
