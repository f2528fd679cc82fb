package org.hubmark.report.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

    /** Names, remarks and kinds of ours, or where a statement stands: nothing that wants a passage of its own. */
    private static final Set<String> UNPROVEN = Set.of("description", "aliases", "briefing", "kind");
    /** Features whose values are words from a short list. */
    private static final Set<String> TERMS = Set.of("country", "kind");
    private static final Set<String> TIMES = Set.of("period", "date");
    private static final String PART_OF = "partOf";

    private final Wording wording;
    private final FactLines factLines;
    private final Scope scope;
    private final Evidencing evidencing;
    private final Named named;
    private final Map<String, Briefing> briefings = new HashMap<>();

    Describing(Wording wording, Scope scope, Evidencing evidencing, List<BriefingContent> contents) {
        this.wording = wording;
        this.scope = scope;
        this.evidencing = evidencing;
        named = new Named(scope.elements(), wording);
        factLines = new FactLines(wording, evidencing, named);
        contents.stream().map(BriefingContent::briefing).forEach(b -> briefings.put(b.key(), b));
    }

    FactLines factLines() {
        return factLines;
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
        String between = wording.separator(elements.stream().map(wording::text));
        String separator = "";
        for (Element element : elements) {
            wording.name(element).appendLink(line.text(separator), Targets.anchor(element));
            separator = between;
        }
    }

    /** Everything stated about an element beside its name; the element's facts carry anchors. */
    List<Block.Fact> facts(Element element) {
        List<Block.Fact> facts = new ArrayList<>();
        for (EStructuralFeature feature : element.eClass().getEAllStructuralFeatures()) {
            if (stated(feature) && element.eIsSet(feature) && !isNameAgain(element, feature)) {
                facts.add(feature(element, feature));
            }
        }
        if (element instanceof Programme programme) {
            programme.getBudgets().forEach(b -> facts.add(budget(b)));
        }
        facts.addAll(factLines.of(element.getFacts(), !evidence(element).isEmpty()));
        return facts;
    }

    private Block.Fact feature(Element element, EStructuralFeature feature) {
        Line.Builder value = Line.builder();
        switch (element.eGet(feature)) {
            case Element other -> wording.name(other).appendLink(value, Targets.anchor(other));
            case List<?> texts -> text(value, aliases(element, texts));
            case Object text when feature == MODEL.getStatement_Briefing() -> source(value, text.toString());
            case Object text when TERMS.contains(feature.getName()) -> text(value, wording.term(text.toString()));
            case Object text when TIMES.contains(feature.getName()) -> text(value, wording.when(text.toString()));
            case Object text when feature == MODEL.getElement_Description() -> text(value,
                    wording.inLanguage(text.toString()));
            case Object text -> named.append(value, text.toString());
        }
        List<Evidence> evidence = evidence(element, feature);
        if (!UNPROVEN.contains(feature.getName()) || !evidence.isEmpty()) {
            evidencing.appendOwn(value, evidence, !evidence(element).isEmpty());
        }
        return new Block.Fact(null, Line.of(FeatureLabels.of(feature, wording.messages())), value.build());
    }

    /** Evidence for a feature; for a reference that no passage is linked to, that of the relation which says it. */
    private List<Evidence> evidence(Element element, EStructuralFeature feature) {
        List<Evidence> own = evidencing.of(Scope.id(element)).stream()
                .filter(e -> feature.getName().equals(e.feature())).toList();
        if (!own.isEmpty() || !PART_OF.equals(feature.getName())) {
            return own;
        }
        return scope.relations(element).stream()
                .filter(r -> r.getSource() == element && r.getTarget() == element.eGet(feature))
                .filter(r -> r.getType() != null && "part-of".equals(r.getType().getKey()))
                .flatMap(r -> evidence(r).stream()).toList();
    }

    /** Whether these are aliases that the name of the element says already. */
    private boolean isNameAgain(Element element, EStructuralFeature feature) {
        return feature == MODEL.getElement_Aliases() && evidence(element, feature).isEmpty() && element.getAliases()
                .stream().allMatch(a -> a.equals(element.getNameZh()) || a.equals(element.getNameEn()));
    }

    /** Each once, blanks aside, in one line; what is the name itself only if nothing else is left. */
    private String aliases(Element element, List<?> texts) {
        Set<String> squeezed = new HashSet<>();
        List<String> all = texts.stream().map(t -> Wording.oneLine(t.toString())).sorted()
                .filter(t -> squeezed.add(t.replaceAll("\\s", ""))).toList();
        List<String> others = all.stream()
                .filter(t -> !t.equals(element.getNameZh()) && !t.equals(element.getNameEn())).toList();
        List<String> shown = others.isEmpty() ? all : others;
        return String.join(wording.separator(shown.stream()), shown);
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
                evidencing.appendOwn(value, evidencing.of(Scope.id(budget)),
                        !evidence((Element) budget.eContainer()).isEmpty()).build());
    }

    /** Adds a text with its language, if that can't be the report's. */
    void text(Line.Builder line, String text) {
        wording.append(line, text);
    }
}
