package org.hubmark.ui.model;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.hubmark.core.nls.Messages;
import org.hubmark.model.Cell;
import org.hubmark.model.Code;
import org.hubmark.model.Column;
import org.hubmark.model.Edge;
import org.hubmark.model.Element;
import org.hubmark.model.Fact;
import org.hubmark.model.Hub;
import org.hubmark.model.Metric;
import org.hubmark.model.Node;
import org.hubmark.model.Project;
import org.hubmark.model.Quantity;
import org.hubmark.model.Relation;
import org.hubmark.model.RelationType;
import org.hubmark.model.Row;
import org.hubmark.model.Situated;

/** How the objects of the model are called in the user's language. Model thread; immutable itself. */
public final class Names {

    private final Messages messages;
    private final Countries countries;

    public Names(Messages messages) {
        this.messages = messages;
        this.countries = new Countries(messages.locale());
    }

    /** In the language of the user. */
    public static Names ofUser() {
        return new Names(Messages.of(Names.class));
    }

    /** The name of an object; what stands in for it, if it has none. Never empty. */
    public String of(EObject object) {
        String name = switch (object) {
            case null -> messages.get("names.nothing");
            case Relation r -> relation(r);
            case Metric m when blank(m.getNameZh()) && blank(m.getNameEn()) -> metric(m);
            case Element e -> either(e.getNameZh(), e.getNameEn());
            case Code c -> either(c.getNameZh(), c.getNameEn());
            case RelationType t -> either(t.getNameZh(), t.getNameEn());
            case Fact f -> fact(f);
            case Quantity q -> q.getRaw();
            case Row r -> either(r.getName(), r.getNameEn());
            case Cell c -> c.getText();
            case Column c -> c.getName();
            case Node n -> n.getLabel();
            case Edge e -> messages.get("names.edge", of(e.getSource()), of(e.getTarget()));
            case Project p -> p.getName();
            default -> object.eClass().getName();
        };
        return blank(name) ? messages.get("names.unnamed") : name;
    }

    /** A choice as it is listed: with its kind and what tells it from others of the same name. */
    public String of(Choice choice) {
        String kind = singular(choice.type());
        return choice.detail().isEmpty() ? messages.get("names.choice", choice.label(), kind)
                : messages.get("names.choiceOf", choice.label(), kind, choice.detail());
    }

    /** What tells an element from others of the same name: its hubs, or the element it is of; may be empty. */
    public String detail(Element element) {
        return switch (element) {
            case Metric m when m.getSubject() != null -> of(m.getSubject());
            case Situated s -> s.getHubs().stream().map(this::of).collect(Collectors.joining(separator()));
            case Hub h -> country(h);
            default -> "";
        };
    }

    /** Where a hub is: its country, or what stands in for it. */
    public String country(Hub hub) {
        return blank(hub.getCountry()) ? messages.get("names.noCountry") : countries.show(hub.getCountry());
    }

    /** The name of a class of the model, in the plural: mechanisms, hubs … */
    public String plural(String type) {
        return switch (type) {
            case "Hub" -> messages.get("plural.Hub");
            case "Organization" -> messages.get("plural.Organization");
            case "Person" -> messages.get("plural.Person");
            case "Family" -> messages.get("plural.Family");
            case "Mechanism" -> messages.get("plural.Mechanism");
            case "Programme" -> messages.get("plural.Programme");
            case "Platform" -> messages.get("plural.Platform");
            case "ResearchProject" -> messages.get("plural.ResearchProject");
            case "Scenario" -> messages.get("plural.Scenario");
            case "Milestone" -> messages.get("plural.Milestone");
            case "Metric" -> messages.get("plural.Metric");
            case "Concept" -> messages.get("plural.Concept");
            case "Statement" -> messages.get("plural.Statement");
            case "Lesson" -> messages.get("plural.Lesson");
            case "Exhibit" -> messages.get("plural.Exhibit");
            case "Relation" -> messages.get("plural.Relation");
            default -> type;
        };
    }

    /** The name of a class of the model: mechanism, hub … */
    public String singular(String type) {
        return switch (type) {
            case "Hub" -> messages.get("kind.Hub");
            case "Organization" -> messages.get("kind.Organization");
            case "Person" -> messages.get("kind.Person");
            case "Family" -> messages.get("kind.Family");
            case "Mechanism" -> messages.get("kind.Mechanism");
            case "Programme" -> messages.get("kind.Programme");
            case "Platform" -> messages.get("kind.Platform");
            case "ResearchProject" -> messages.get("kind.ResearchProject");
            case "Scenario" -> messages.get("kind.Scenario");
            case "Milestone" -> messages.get("kind.Milestone");
            case "Metric" -> messages.get("kind.Metric");
            case "Concept" -> messages.get("kind.Concept");
            case "Statement" -> messages.get("kind.Statement");
            case "Lesson" -> messages.get("kind.Lesson");
            case "Exhibit" -> messages.get("kind.Exhibit");
            case "Relation" -> messages.get("kind.Relation");
            case "Fact" -> messages.get("kind.Fact");
            case "Code" -> messages.get("kind.Code");
            case "Row" -> messages.get("kind.Row");
            case "Cell" -> messages.get("kind.Cell");
            case "Column" -> messages.get("kind.Column");
            case "Node" -> messages.get("kind.Node");
            case "Edge" -> messages.get("kind.Edge");
            default -> type;
        };
    }

    /** A literal of an enumeration of the model. */
    public String literal(String literal) {
        return switch (literal) {
            case "draft" -> messages.get("literal.draft");
            case "agreed" -> messages.get("literal.agreed");
            case "disputed" -> messages.get("literal.disputed");
            case "table" -> messages.get("literal.table");
            case "figure" -> messages.get("literal.figure");
            default -> literal;
        };
    }

    /** Sorts names as the user's language does: Chinese by pinyin. */
    public Comparator<String> order() {
        Locale locale = messages.locale();
        return Collator.getInstance(locale)::compare;
    }

    public String separator() {
        return messages.get("names.separator");
    }

    /** Several names, as an enumeration. */
    public String of(List<? extends EObject> objects) {
        return objects.stream().map(this::of).collect(Collectors.joining(separator()));
    }

    private String either(String zh, String en) {
        boolean chinese = Messages.isChinese(messages.locale());
        return Stream.of(chinese ? zh : en, chinese ? en : zh).filter(n -> !blank(n)).findFirst().orElse("");
    }

    private String relation(Relation relation) {
        return messages.get("names.relation", of(relation.getSource()), of(relation.getType()),
                of(relation.getTarget()));
    }

    private String metric(Metric metric) {
        return messages.get("names.metric", of(metric.getSubject()), String.valueOf(metric.getMeasure()));
    }

    private String fact(Fact fact) {
        String value = !blank(fact.getText()) ? fact.getText()
                : fact.getQuantity() != null ? of(fact.getQuantity())
                : fact.getReference() != null ? of(fact.getReference()) : messages.get("names.nothing");
        return messages.get("names.fact", String.valueOf(fact.getKey()), value);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
