package org.hubmark.report.section;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.eclipse.emf.ecore.EObject;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Part;
import org.hubmark.core.nls.Messages;
import org.hubmark.core.project.ProjectContent;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.model.Cell;
import org.hubmark.model.Column;
import org.hubmark.model.Edge;
import org.hubmark.model.Element;
import org.hubmark.model.Fact;
import org.hubmark.model.Identified;
import org.hubmark.model.Metric;
import org.hubmark.model.Node;
import org.hubmark.model.Quantity;
import org.hubmark.model.Row;
import org.hubmark.report.block.Line;

/** Names what evidence may be for, and knows where a report shows it. */
final class Targets {

    private final Wording wording;
    private final Messages messages;
    private final Map<UUID, Identified> objects = new HashMap<>();
    private final Map<String, Element> byKey = new HashMap<>();
    private final Map<UUID, Briefing> briefings = new HashMap<>();
    private final Map<UUID, Part> parts = new HashMap<>();
    private final Map<UUID, Briefing> sources = new HashMap<>();

    Targets(ProjectContent content, Wording wording) {
        this.wording = wording;
        this.messages = wording.messages();
        content.project().eAllContents().forEachRemaining(o -> objects.put(Scope.id((Identified) o), (Identified) o));
        objects.values().stream().filter(Element.class::isInstance).map(Element.class::cast)
                .filter(e -> e.getKey() != null).forEach(e -> byKey.put(e.getKey(), e));
        for (BriefingContent briefing : content.briefings()) {
            briefings.put(briefing.briefing().id(), briefing.briefing());
            for (Part part : briefing.parts()) {
                parts.put(part.id(), part);
                sources.put(part.id(), briefing.briefing());
            }
        }
    }

    /** Where an object is shown. */
    static String anchor(UUID id) {
        return "o-" + id;
    }

    static String anchor(Identified object) {
        return "o-" + object.getId();
    }

    /** Where a briefing's source text is shown. */
    static String textAnchor(UUID briefing) {
        return "t-" + briefing;
    }

    /** The place of a target: its own, or that of what it is a part of. */
    String place(UUID target) {
        if (objects.get(target) instanceof Quantity quantity) {
            return place(UUID.fromString(((Identified) quantity.eContainer()).getId()));
        }
        if (objects.get(target) instanceof Fact fact && inTable(fact)) {
            return anchor((Identified) fact.eContainer());
        }
        if (objects.get(target) instanceof Fact fact) {
            return anchor(FactLines.first(fact));
        }
        Briefing source = briefings.getOrDefault(target, sources.get(target));
        return source == null ? anchor(target) : textAnchor(source.id());
    }

    /** Whether a fact is among the notes of a table row, which has the only anchor there. */
    private static boolean inTable(Fact fact) {
        return fact.eContainer() instanceof Metric || fact.eContainer() instanceof Row;
    }

    /** The name of a target, long enough to stand alone. */
    Name name(UUID target) {
        if (objects.get(target) instanceof Identified object) {
            return name(object);
        }
        if (briefings.get(target) instanceof Briefing briefing) {
            return plain(messages.get("target.briefing", briefing.title()));
        }
        if (parts.get(target) instanceof Part part) {
            return plain(messages.get("target.part", wording.orUnnamed(title(part))));
        }
        return plain(messages.get("target.unknown", target.toString()));
    }

    /**
     * What a passage is in its place, in words. A role such as practised-in:hub.x names an element by its key; the
     * element is added as a link if it is known.
     */
    Line role(String role) {
        int colon = role.indexOf(':');
        Line.Builder line = Line.builder().muted(wording.key(colon < 0 ? role : role.substring(0, colon)));
        Element other = colon < 0 ? null : byKey.get(role.substring(colon + 1));
        if (other != null) {
            wording.name(other).appendLink(line.text(" "), anchor(other));
        }
        return line.build();
    }

    private Name name(Identified object) {
        return switch (object) {
            case Element element -> wording.name(element);
            case Row row -> inside(row, wording.name(row).text());
            case Fact fact -> inside(fact, messages.get("target.inside", wording.key(fact.getKey()), value(fact)));
            case Quantity quantity -> name((Identified) quantity.eContainer());
            case Column column -> inside(column, wording.orUnnamed(column.getName()));
            case Cell cell -> inside(cell, cell.getColumn() == null ? wording.wording(cell)
                    : wording.orUnnamed(cell.getColumn().getName()));
            case Node node -> inside(node, wording.orUnnamed(node.getLabel()));
            case Edge edge -> inside(edge, messages.get("relation.name", label(edge.getSource()),
                    wording.orUnnamed(edge.getLabel()), label(edge.getTarget())));
            default -> plain(messages.get("target.unknown", object.getId()));
        };
    }

    private String value(Fact fact) {
        if (fact.getReference() != null) {
            return wording.text(fact.getReference());
        }
        return Wording.oneLine(fact.getQuantity() != null ? wording.wording(fact.getQuantity())
                : wording.orUnnamed(fact.getText()));
    }

    private Name inside(Identified part, String text) {
        EObject container = part.eContainer();
        String whole = container instanceof Identified object ? name(object).text() : messages.get("unnamed");
        return plain(messages.get("target.inside", whole, text));
    }

    private String label(Node node) {
        return wording.orUnnamed(node == null ? null : node.getLabel());
    }

    private Name plain(String text) {
        return new Name(text, Name.foreign(text, wording.chinese()), null, null);
    }

    private static String title(Part part) {
        return Wording.blank(part.title()) ? part.number() : part.title();
    }
}
