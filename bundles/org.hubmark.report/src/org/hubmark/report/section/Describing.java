package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.briefing.Evidence;
import org.hubmark.core.store.BriefingContent;
import org.hubmark.model.Element;
import org.hubmark.model.ElementStatus;
import org.hubmark.model.Fact;
import org.hubmark.model.Family;
import org.hubmark.model.HubmarkPackage;
import org.hubmark.model.Metric;
import org.hubmark.model.Programme;
import org.hubmark.model.Quantity;
import org.hubmark.model.Relation;
import org.hubmark.model.Situated;
import org.hubmark.report.block.Block;
import org.hubmark.report.block.Line;
import org.hubmark.report.block.Run;

/** Describes an element: its line, and everything stated about it, each with its own evidence. */
final class Describing {

    private static final HubmarkPackage MODEL = HubmarkPackage.eINSTANCE;
    /** Part of an element's line or of the table it stands in, or no statement about the world. */
    private static final Set<EStructuralFeature> ELSEWHERE = Set.of(MODEL.getIdentified_Id(), MODEL.getElement_Key(),
            MODEL.getElement_NameZh(), MODEL.getElement_NameEn(), MODEL.getElement_Status(), MODEL.getMilestone_Date(),
            MODEL.getMetric_Measure(), MODEL.getMetric_Subject(), MODEL.getExhibit_Kind(), MODEL.getRelation_Source(),
            MODEL.getRelation_Target(), MODEL.getRelation_Type(), MODEL.getRelation_Inferred());

    private final Wording wording;
    private final Scope scope;
    private final Evidencing evidencing;
    private final Map<String, Briefing> briefings = new HashMap<>();

    Describing(Wording wording, Scope scope, Evidencing evidencing, List<BriefingContent> contents) {
        this.wording = wording;
        this.scope = scope;
        this.evidencing = evidencing;
        contents.stream().map(BriefingContent::briefing).forEach(b -> briefings.put(b.key(), b));
    }

    /** Evidence for an element that none of its {@link #facts} shows. */
    List<Evidence> evidence(Element element) {
        List<Evidence> own = evidencing.of(Scope.id(element)).stream().filter(e -> !ofFact(element, e.feature()))
                .toList();
        if (element instanceof Metric metric && metric.getQuantity() != null) {
            return Stream.concat(own.stream(), evidencing.of(Scope.id(metric.getQuantity())).stream()).toList();
        }
        return own;
    }

    private static boolean ofFact(Element element, String feature) {
        EStructuralFeature found = feature == null ? null : element.eClass().getEStructuralFeature(feature);
        return found != null && stated(found) && element.eIsSet(found);
    }

    private static boolean stated(EStructuralFeature feature) {
        return !ELSEWHERE.contains(feature) && (feature instanceof EAttribute
                || feature instanceof EReference r && !r.isContainment() && !r.isMany());
    }

    /** Name, status, evidence. */
    Line line(Element element) {
        Line.Builder line = wording.name(element).appendTo(Line.builder());
        return status(line, element).build();
    }

    /** A link to where the element is described, and its evidence. */
    Line reference(Element element) {
        Line.Builder line = wording.name(element).appendLink(Line.builder(), Targets.anchor(element));
        return evidencing.append(line, evidence(element)).build();
    }

    Line.Builder status(Line.Builder line, Element element) {
        if (element.getStatus() == ElementStatus.DISPUTED) {
            line.badge(wording.messages().get("status.disputed"), Run.Tone.ALARM);
        }
        return element instanceof Family ? evidencing.append(line, evidence(element))
                : evidencing.appendOrNone(line, evidence(element));
    }

    Block.Node node(Element element) {
        return new Block.Node(Targets.anchor(element), line(element), allFacts(element), List.of());
    }

    /** Source, type, target as a sentence; the end that is described around it is no link. */
    Block.Node relation(Relation relation, Element here) {
        Line.Builder line = Line.builder();
        end(line, relation.getSource(), here);
        line.text(" ").muted(wording.type(relation) + " →").text(" ");
        end(line, relation.getTarget(), here);
        if (relation.isInferred()) {
            line.badge(wording.messages().get("relation.inferred"), Run.Tone.NEUTRAL);
        }
        return new Block.Node(Targets.anchor(relation), status(line, relation).build(), facts(relation), List.of());
    }

    private void end(Line.Builder line, Element end, Element here) {
        if (end == null) {
            line.text(wording.messages().get("unnamed"));
        } else if (end == here) {
            line.add(new Run.Text(wording.name(end).text(), Run.Style.PLAIN, wording.name(end).language()));
        } else {
            wording.name(end).appendLink(line, Targets.anchor(end));
        }
    }

    /** {@link #facts}, with the families of a situated element in front. */
    List<Block.Fact> allFacts(Element element) {
        List<Block.Fact> facts = new ArrayList<>();
        if (element instanceof Situated situated && !situated.getFamilies().isEmpty()) {
            Line.Builder line = Line.builder();
            links(line, scope.ordered(situated.getFamilies()));
            facts.add(new Block.Fact(null, Line.of(wording.messages().get("fact.families")), line.build()));
        }
        facts.addAll(facts(element));
        return facts;
    }

    void links(Line.Builder line, List<? extends Element> elements) {
        String separator = "";
        for (Element element : elements) {
            wording.name(element).appendLink(line.text(separator), Targets.anchor(element));
            separator = wording.messages().get("list.separator");
        }
    }

    /** Everything stated about an element beside its name; the element's facts carry anchors. */
    List<Block.Fact> facts(Element element) {
        List<Block.Fact> facts = new ArrayList<>();
        for (EStructuralFeature feature : element.eClass().getEAllStructuralFeatures()) {
            if (stated(feature) && element.eIsSet(feature)) {
                facts.add(feature(element, feature));
            }
        }
        if (element instanceof Programme programme) {
            programme.getBudgets().forEach(b -> facts.add(budget(b)));
        }
        facts.addAll(keyed(element.getFacts(), !evidence(element).isEmpty()));
        return facts;
    }

    /**
     * Facts of the same key without evidence of their own share a line: there is nothing to tell them apart by.
     *
     * @param founded whether what they are facts of has evidence
     */
    List<Block.Fact> keyed(List<Fact> all, boolean founded) {
        Map<String, List<Fact>> byKey = new LinkedHashMap<>();
        all.forEach(f -> byKey.computeIfAbsent(f.getKey(), k -> new ArrayList<>()).add(f));
        List<Block.Fact> facts = new ArrayList<>();
        for (List<Fact> group : byKey.values()) {
            if (group.size() > 1 && group.stream().allMatch(f -> evidence(f).isEmpty())) {
                facts.add(together(group, founded));
            } else {
                group.forEach(f -> facts.add(fact(f, founded)));
            }
        }
        return facts;
    }

    private Block.Fact together(List<Fact> group, boolean founded) {
        Line.Builder value = Line.builder();
        String separator = "";
        for (Fact fact : group) {
            value.text(separator).line(value(fact));
            separator = wording.messages().get("list.separator");
        }
        return new Block.Fact(Targets.anchor(group.getFirst()), Line.of(wording.key(group.getFirst().getKey())),
                stands(value, List.of(), founded).build());
    }

    /** Evidence for a fact or its quantity. */
    List<Evidence> evidence(Fact fact) {
        List<Evidence> own = evidencing.of(Scope.id(fact));
        return fact.getQuantity() == null ? own
                : Stream.concat(own.stream(), evidencing.of(Scope.id(fact.getQuantity())).stream()).toList();
    }

    private Block.Fact feature(Element element, EStructuralFeature feature) {
        Line.Builder value = Line.builder();
        switch (element.eGet(feature)) {
            case Element other -> wording.name(other).appendLink(value, Targets.anchor(other));
            case List<?> texts -> text(value, String.join(wording.messages().get("list.separator"),
                    texts.stream().map(String::valueOf).sorted().toList()));
            case Object text when feature == MODEL.getStatement_Briefing() -> source(value, text.toString());
            case Object text -> text(value, text.toString());
        }
        List<Evidence> evidence = evidencing.of(Scope.id(element)).stream()
                .filter(e -> feature.getName().equals(e.feature())).toList();
        return new Block.Fact(null, Line.of(FeatureLabels.of(feature, wording.messages())),
                stands(value, evidence, !evidence(element).isEmpty()).build());
    }

    /** A fact without evidence of its own, but of something that has some, says just that. */
    private Line.Builder stands(Line.Builder value, List<Evidence> evidence, boolean founded) {
        if (evidence.isEmpty() && founded) {
            return value.text(" ").badge(wording.messages().get("evidence.noneOfItsOwn"), Run.Tone.QUIET);
        }
        return evidencing.appendOrNone(value, evidence);
    }

    private void source(Line.Builder value, String key) {
        Briefing briefing = briefings.get(key);
        if (briefing == null) {
            value.text(key);
        } else {
            value.add(new Run.Link(Targets.textAnchor(briefing.id()), briefing.title(),
                    Name.foreign(briefing.title(), wording.chinese())));
        }
    }

    private Block.Fact budget(Quantity budget) {
        Line.Builder value = Line.builder();
        text(value, wording.wording(budget));
        return new Block.Fact(Targets.anchor(budget), Line.of(wording.messages().get("fact.budget")),
                stands(value, evidencing.of(Scope.id(budget)), !evidence((Element) budget.eContainer()).isEmpty())
                        .build());
    }

    private Block.Fact fact(Fact fact, boolean founded) {
        Line.Builder value = Line.builder().line(value(fact));
        return new Block.Fact(Targets.anchor(fact), Line.of(wording.key(fact.getKey())),
                stands(value, evidence(fact), founded).build());
    }

    private Line value(Fact fact) {
        Line.Builder value = Line.builder();
        if (fact.getReference() != null) {
            wording.name(fact.getReference()).appendLink(value, Targets.anchor(fact.getReference()));
        } else if (fact.getQuantity() != null) {
            text(value, wording.wording(fact.getQuantity()));
        }
        if (!Wording.blank(fact.getText())) {
            text(value.isEmpty() ? value : value.text(" "), fact.getText());
        }
        return value.build();
    }

    /** Adds a text with its language, if that can't be the report's. */
    void text(Line.Builder line, String text) {
        line.add(new Run.Text(text, Run.Style.PLAIN, Name.foreign(text, wording.chinese())));
    }
}
