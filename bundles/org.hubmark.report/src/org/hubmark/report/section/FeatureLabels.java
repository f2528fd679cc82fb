package org.hubmark.report.section;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.hubmark.core.nls.Messages;

/** The words for what may be stated about an element. */
final class FeatureLabels {

    private FeatureLabels() {
    }

    static String of(EStructuralFeature feature, Messages messages) {
        return switch (feature.getName()) {
            case "addressee" -> messages.get("fact.addressee");
            case "affiliation" -> messages.get("fact.affiliation");
            case "aliases" -> messages.get("fact.aliases");
            case "briefing" -> messages.get("fact.briefing");
            case "country" -> messages.get("fact.country");
            case "description" -> messages.get("fact.description");
            case "issuer" -> messages.get("fact.issuer");
            case "kind" -> messages.get("fact.kind");
            case "partOf" -> messages.get("fact.partOf");
            case "period" -> messages.get("fact.period");
            case "role" -> messages.get("fact.role");
            case "speaker" -> messages.get("fact.speaker");
            default -> feature.getName();
        };
    }
}
