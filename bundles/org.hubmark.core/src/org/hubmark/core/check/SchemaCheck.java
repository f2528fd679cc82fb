package org.hubmark.core.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.Diagnostician;
import org.hubmark.core.briefing.RecordTypes;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Placement;
import org.hubmark.core.change.Value;
import org.hubmark.core.project.LoadedProject;
import org.hubmark.core.project.ModelValues;
import org.hubmark.model.HubmarkPackage;

/** Every object is of a known type, has known features with values of the right kind, and the model is valid. */
final class SchemaCheck implements Check {

    @Override
    public List<Finding> run(LoadedProject project, IProgressMonitor monitor) {
        Findings findings = new Findings(Finding.Severity.ERROR, "schema");
        Places places = new Places(project.states());
        Map<Placement, UUID> taken = new HashMap<>();
        for (ObjectState state : project.states()) {
            EClass type = HubmarkPackage.eINSTANCE.getEClassifier(state.type()) instanceof EClass c ? c : null;
            if (type == null && !RecordTypes.ALL.contains(state.type())) {
                findings.add(state.id(), places.of(state.id()), m -> m.get("schema.type", state.type()));
                continue;
            }
            state.values().forEach((feature, value) -> check(findings, places, new Spot(state, type, feature, false),
                    value));
            state.items().forEach((feature, items) -> items.forEach(item -> check(findings, places,
                    new Spot(state, type, feature, true), item)));
            checkOnly(findings, places, taken, state);
        }
        validate(findings, places, project);
        return findings.all();
    }

    /** One feature of one object; {@code type} is null for a record. */
    private record Spot(ObjectState state, EClass type, String feature, boolean many) {
    }

    private static void check(Findings findings, Places places, Spot spot, Value value) {
        UUID id = spot.state.id();
        if (!isKnown(spot)) {
            findings.add(id, places.of(id), m -> m.get("schema.feature", spot.state.type(), spot.feature));
        } else if (!isRightKind(spot, value)) {
            findings.add(id, places.of(id), m -> m.get("schema.value", spot.feature, String.valueOf(value)));
        }
        if (value instanceof Value.Text(String text) && text.codePoints().anyMatch(SchemaCheck::isForbidden)) {
            findings.add(id, places.of(id), m -> m.get("schema.characters", spot.feature));
        }
    }

    private static boolean isKnown(Spot spot) {
        if (spot.type == null) {
            return spot.many ? RecordSchema.hasMany(spot.state.type(), spot.feature)
                    : RecordSchema.hasSingle(spot.state.type(), spot.feature);
        }
        EStructuralFeature feature = spot.type.getEStructuralFeature(spot.feature);
        return feature != null && feature.isMany() == spot.many && ModelValues.isStored(feature);
    }

    private static boolean isRightKind(Spot spot, Value value) {
        EStructuralFeature feature = spot.type == null ? null : spot.type.getEStructuralFeature(spot.feature);
        if (feature instanceof EReference) {
            return value instanceof Value.Ref;
        }
        if (!(feature instanceof EAttribute attribute)) {
            return true;
        }
        try {
            ModelValues.toModel(attribute, value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What a source text may not hold, nothing else may. */
    private static boolean isForbidden(int c) {
        return c < ' ' && c != '\t' && c != '\n' || c == 0xFFFE || c == 0xFFFF
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static void checkOnly(Findings findings, Places places, Map<Placement, UUID> taken, ObjectState state) {
        ObjectState container = state.placement() == null ? null : places.get(state.container());
        if (container != null && HubmarkPackage.eINSTANCE.getEClassifier(container.type()) instanceof EClass type
                && type.getEStructuralFeature(state.placement().feature()) instanceof EReference r && !r.isMany()) {
            Placement slot = new Placement(state.container(), state.placement().feature(), "");
            UUID other = taken.putIfAbsent(slot, state.id());
            if (other != null) {
                findings.add(state.id(), places.of(state.id()),
                        m -> m.get("schema.only", slot.feature(), places.of(container.id()), places.of(other)));
            }
        }
    }

    private static void validate(Findings findings, Places places, LoadedProject project) {
        for (Diagnostic diagnostic : Diagnostician.INSTANCE.validate(project.project()).getChildren()) {
            if (diagnostic.getSeverity() >= Diagnostic.ERROR && !diagnostic.getData().isEmpty()
                    && diagnostic.getData().getFirst() instanceof EObject object) {
                UUID id = ModelValues.id(object);
                findings.add(id, places.of(id), m -> m.get("schema.invalid", diagnostic.getMessage()));
            }
        }
    }
}
