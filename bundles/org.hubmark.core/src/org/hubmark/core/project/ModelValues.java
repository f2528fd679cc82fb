package org.hubmark.core.project;

import java.math.BigDecimal;
import java.util.UUID;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hubmark.core.change.Value;
import org.hubmark.model.HubmarkPackage;
import org.hubmark.model.Identified;

/** How values of EMF features stand in the store. */
public final class ModelValues {

    private ModelValues() {
    }

    /** The id of an object of the model, or null if it has none or is no such object. */
    public static UUID id(EObject object) {
        return object instanceof Identified identified && identified.getId() != null
                ? UUID.fromString(identified.getId())
                : null;
    }

    /** Whether the store keeps this feature with the object: the id and what is contained it keeps elsewhere. */
    public static boolean isStored(EStructuralFeature feature) {
        return feature != HubmarkPackage.Literals.IDENTIFIED__ID && !feature.isDerived() && !feature.isTransient()
                && !isContainment(feature);
    }

    public static boolean isContainment(EStructuralFeature feature) {
        return feature instanceof org.eclipse.emf.ecore.EReference reference && reference.isContainment();
    }

    /** One value of a feature as the store keeps it; null for null. @throws IllegalArgumentException if it can't */
    public static Value toStore(EStructuralFeature feature, Object value) {
        return switch (value) {
            case null -> null;
            case EObject object -> Value.ref(id(object));
            case String text -> Value.of(text);
            case BigDecimal number -> Value.of(number);
            case Boolean flag -> Value.of(flag);
            default -> Value.of(EcoreUtil.convertToString((EDataType) feature.getEType(), value));
        };
    }

    /** An attribute value as EMF holds it; null for null. @throws IllegalArgumentException if it is of another kind */
    public static Object toModel(EAttribute attribute, Value value) {
        return switch (value) {
            case null -> null;
            case Value.Text(String text) -> attribute.getEAttributeType() instanceof EEnum type
                    ? literal(type, text)
                    : EcoreUtil.createFromString(attribute.getEAttributeType(), text);
            case Value.Number(BigDecimal number) -> checked(attribute, number);
            case Value.Flag(boolean flag) -> checked(attribute, flag);
            case Value.Ref ref -> throw new IllegalArgumentException(attribute.getName() + " is no reference: " + ref);
        };
    }

    private static Object literal(EEnum type, String text) {
        var literal = type.getEEnumLiteralByLiteral(text);
        if (literal == null) {
            throw new IllegalArgumentException(type.getName() + " has no " + text);
        }
        return literal.getInstance();
    }

    private static Object checked(EAttribute attribute, Object value) {
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        if (type == value.getClass() || type == boolean.class && value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException(attribute.getName() + " can't hold " + value);
    }
}
