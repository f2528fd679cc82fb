package org.hubmark.report.section;

import org.hubmark.core.nls.Messages;
import org.hubmark.model.Concept;
import org.hubmark.model.Element;
import org.hubmark.model.Exhibit;
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
import org.hubmark.model.Statement;

/** The words for the kinds of elements: of one, and of several as a title. */
final class Kinds {

    private Kinds() {
    }

    static String one(Element element, Messages messages) {
        return switch (element) {
            case Concept c -> messages.get("kind.concept");
            case Exhibit e -> messages.get("kind.exhibit");
            case Family f -> messages.get("kind.family");
            case Hub h -> messages.get("kind.hub");
            case Lesson l -> messages.get("kind.lesson");
            case Mechanism m -> messages.get("kind.mechanism");
            case Metric m -> messages.get("kind.metric");
            case Milestone m -> messages.get("kind.milestone");
            case Organization o -> messages.get("kind.organization");
            case Person p -> messages.get("kind.person");
            case Platform p -> messages.get("kind.platform");
            case Programme p -> messages.get("kind.programme");
            case Relation r -> messages.get("kind.relation");
            case ResearchProject r -> messages.get("kind.researchProject");
            case Scenario s -> messages.get("kind.scenario");
            case Statement s -> messages.get("kind.statement");
            default -> element.eClass().getName();
        };
    }

    static String many(Class<? extends Element> kind, Messages messages) {
        return switch (kind.getSimpleName()) {
            case "Concept" -> messages.get("kinds.concept");
            case "Exhibit" -> messages.get("kinds.exhibit");
            case "Family" -> messages.get("kinds.family");
            case "Hub" -> messages.get("kinds.hub");
            case "Lesson" -> messages.get("kinds.lesson");
            case "Mechanism" -> messages.get("kinds.mechanism");
            case "Metric" -> messages.get("kinds.metric");
            case "Milestone" -> messages.get("kinds.milestone");
            case "Organization" -> messages.get("kinds.organization");
            case "Person" -> messages.get("kinds.person");
            case "Platform" -> messages.get("kinds.platform");
            case "Programme" -> messages.get("kinds.programme");
            case "Relation" -> messages.get("kinds.relation");
            case "ResearchProject" -> messages.get("kinds.researchProject");
            case "Scenario" -> messages.get("kinds.scenario");
            case "Statement" -> messages.get("kinds.statement");
            default -> kind.getSimpleName();
        };
    }
}
