package org.hubmark.core.check;

import java.util.List;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Value;
import org.hubmark.core.project.LoadedProject;
import org.hubmark.model.HubmarkPackage;

/** Every reference and every container leads to a living object of the right class. */
final class ReferenceCheck implements Check {

    @Override
    public List<Finding> run(LoadedProject project, IProgressMonitor monitor) {
        Findings findings = new Findings(Finding.Severity.ERROR, "reference");
        Places places = new Places(project.states());
        for (ObjectState state : project.states()) {
            state.values().forEach((feature, value) -> checkTarget(findings, places, state, feature, value));
            state.items().forEach((feature, items) -> items
                    .forEach(item -> checkTarget(findings, places, state, feature, item)));
            checkContainer(findings, places, state);
            checkMeantFeature(findings, places, state);
        }
        return findings.all();
    }

    private static void checkTarget(Findings findings, Places places, ObjectState state, String feature, Value value) {
        if (!(value instanceof Value.Ref(UUID id))) {
            return;
        }
        ObjectState target = places.get(id);
        if (target == null) {
            findings.add(state.id(), places.of(state.id()), m -> m.get("reference.dangling", feature, id.toString()));
        } else if (!fits(state.type(), feature, target.type())) {
            findings.add(state.id(), places.of(state.id()), m -> m.get("reference.class", feature, places.of(id)));
        }
    }

    private static boolean fits(String type, String feature, String target) {
        if (RecordTypes.PASSAGE.equals(type)) {
            return "Code".equals(target);
        }
        EStructuralFeature known = type(type) == null ? null : type(type).getEStructuralFeature(feature);
        return !(known instanceof EReference reference) || isA(reference.getEReferenceType(), target);
    }

    private static void checkContainer(Findings findings, Places places, ObjectState state) {
        if (state.placement() == null) {
            return;
        }
        ObjectState container = places.get(state.container());
        if (container == null) {
            findings.add(state.id(), places.of(state.id()),
                    m -> m.get("reference.container", state.container().toString()));
        } else if (!mayContain(container.type(), state.placement().feature(), state.type())) {
            findings.add(state.id(), places.of(state.id()), m -> m.get("reference.place",
                    state.placement().feature(), places.of(container.id())));
        }
    }

    private static boolean mayContain(String container, String feature, String type) {
        if (RecordTypes.ALL.contains(type)) {
            return RecordSchema.mayStand(type, container, feature);
        }
        return type(type) == null || type(container) != null
                && type(container).getEStructuralFeature(feature) instanceof EReference reference
                && reference.isContainment() && isA(reference.getEReferenceType(), type);
    }

    /** The feature that evidence is for must be a single-valued one of its target. */
    private static void checkMeantFeature(Findings findings, Places places, ObjectState state) {
        String feature = RecordTypes.EVIDENCE.equals(state.type()) ? state.text("feature") : null;
        ObjectState target = feature == null ? null : places.get(state.ref("target"));
        if (target != null && !hasSingle(target.type(), feature)) {
            findings.add(state.id(), places.of(state.id()),
                    m -> m.get("reference.feature", places.of(target.id()), feature));
        }
    }

    private static boolean hasSingle(String type, String feature) {
        if (RecordTypes.ALL.contains(type)) {
            return RecordSchema.hasSingle(type, feature);
        }
        EStructuralFeature known = type(type) == null ? null : type(type).getEStructuralFeature(feature);
        return known != null && !known.isMany();
    }

    private static boolean isA(EClass expected, String type) {
        return type(type) != null && expected.isSuperTypeOf(type(type));
    }

    private static EClass type(String name) {
        return HubmarkPackage.eINSTANCE.getEClassifier(name) instanceof EClass type ? type : null;
    }
}
