package org.hubmark.report.section;

import java.util.HashMap;
import java.util.List;
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

    /**
     * What a target is named with: facts of the same key, cells of the same column.
     *
     * @param owner of the fact or of the table
     * @param stem the words for key or column
     * @param value the fact's, or the name of the row
     */
    record Kin(Identified owner, String stem, String value, boolean isCell) {

        /** Whether it stands in a table, as a cell or as what is read out of a row. */
        boolean inTable() {
            return isCell || owner instanceof Row;
        }
    }

    /** Null for what is named alone. */
    Kin kin(UUID target) {
        Identified object = objects.get(target);
        if (object instanceof Fact fact && fact.eContainer() instanceof Identified owner) {
            return new Kin(owner, wording.key(fact.getKey()), value(fact), false);
        }
        if (object instanceof Cell cell && cell.getColumn() != null && cell.eContainer() instanceof Row row
                && row.eContainer() instanceof Identified table) {
            return new Kin(table, wording.orUnnamed(cell.getColumn().getName()), wording.name(row).text(), true);
        }
        return null;
    }

    /** The name of targets that are kin, or of a single one. */
    Name name(List<UUID> targets) {
        if (targets.size() == 1) {
            return name(targets.getFirst());
        }
        Kin kin = kin(targets.getFirst());
        return plain(messages.get("target.inside", name(kin.owner()).text(), stemAndValues(targets)));
    }

    /** As {@link #name(List)} for kin, where what they belong to has just been named. */
    Name shortName(List<UUID> targets) {
        return plain(stemAndValues(targets));
    }

    /** The name of the column that a cell is in. */
    Name columnName(UUID cell) {
        Kin kin = kin(cell);
        return plain(messages.get("target.inside", name(kin.owner()).text(), kin.stem()));
    }

    /** An object of the model, or null. */
    Identified object(UUID target) {
        return objects.get(target);
    }

    private String stemAndValues(List<UUID> targets) {
        List<String> values = targets.stream().map(t -> kin(t).value()).distinct().toList();
        return messages.get("target.inside", kin(targets.getFirst()).stem(),
                String.join(wording.separator(values.stream()), values));
    }

    /** If a target only tells which row of a table a figure was read from, that figure; else null. */
    UUID figureOfRow(UUID target) {
        return objects.get(target) instanceof Fact fact && MetricTable.TABLE_ROW.equals(fact.getKey())
                && fact.eContainer() instanceof Metric metric ? Scope.id(metric) : null;
    }

    /** The briefing that a target is, or null. */
    Briefing briefing(UUID target) {
        return briefings.get(target);
    }

    /** What kind of part of a text a target is, or null if it is none. */
    String partKind(UUID target) {
        Part part = parts.get(target);
        return part == null ? null : switch (part.kind()) {
            case Part.SECTION -> messages.get("part.section");
            case Part.CITATION -> messages.get("part.citation");
            case null, default -> messages.get("part.other");
        };
    }

    /** The name of a target, long enough to stand alone. */
    Name name(UUID target) {
        if (objects.get(target) instanceof Identified object) {
            return name(object);
        }
        if (briefings.get(target) instanceof Briefing briefing) {
            return plain(messages.get("target.briefing",
                    wording.chinese() ? briefing.title() : inQuotes(briefing.title())));
        }
        if (parts.get(target) instanceof Part part) {
            return plain(messages.get("target.part", inQuotes(wording.orUnnamed(title(part))), partKind(target)));
        }
        return plain(messages.get("target.unknown", target.toString()));
    }

    /** What a passage is in its place. @param other what the role is about, or null */
    record Role(String word, Element other) {
    }

    /**
     * The words for a role, or null if it only repeats what the target is. A role such as practised-in:hub.x names an
     * element by its key.
     */
    Role role(UUID target, String role) {
        if (Wording.blank(role) || repeats(target, role)) {
            return null;
        }
        int colon = role.indexOf(':');
        String key = colon < 0 ? role : role.substring(0, colon);
        return new Role(briefings.containsKey(target) ? wording.briefingRole(key) : wording.key(key),
                colon < 0 ? null : byKey.get(role.substring(colon + 1)));
    }

    private boolean repeats(UUID target, String role) {
        return switch (objects.get(target)) {
            case Fact fact -> role.equals("fact");
            case Cell cell -> cell.getColumn() != null && role.equals(cell.getColumn().getName());
            case null, default -> false;
        };
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

    /** A title as it stands between quotation marks: its own become single ones. */
    private static String inQuotes(String title) {
        return title.replace('“', '‘').replace('”', '’');
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
