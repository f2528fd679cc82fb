package org.hubmark.core.project;

import java.util.List;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hubmark.core.change.ObjectState;
import org.hubmark.core.change.Value;
import org.hubmark.model.HubmarkPackage;
import org.hubmark.model.Identified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The single steps of writing store values into EMF objects. What does not fit the model is left out with a warning.
 * Runs on the thread of the objects.
 */
public final class ModelObjects {

    private static final Logger LOG = LoggerFactory.getLogger(ModelObjects.class);

    private ModelObjects() {
    }

    /** A new object with id and attributes, without references and place; null if the model hasn't this type. */
    public static EObject create(ObjectState state) {
        if (!(HubmarkPackage.eINSTANCE.getEClassifier(state.type()) instanceof EClass type) || type.isAbstract()) {
            LOG.warn("unknown type {} of {}; left out", state.type(), state.id());
            return null;
        }
        Identified object = (Identified) EcoreUtil.create(type);
        object.setId(state.id().toString());
        state.values().forEach((feature, value) -> {
            if (!(value instanceof Value.Ref)) {
                put(object, feature, value);
            }
        });
        state.items().forEach((feature, items) -> items.forEach(item -> {
            if (!(item instanceof Value.Ref)) {
                item(object, feature, item, true);
            }
        }));
        return object;
    }

    /** Sets a single-valued attribute; null unsets it. */
    public static void put(EObject object, String feature, Value value) {
        if (!(object.eClass().getEStructuralFeature(feature) instanceof EAttribute attribute) || attribute.isMany()) {
            unknown(object, feature);
            return;
        }
        try {
            if (value == null) {
                object.eUnset(attribute);
            } else {
                object.eSet(attribute, ModelValues.toModel(attribute, value));
            }
        } catch (IllegalArgumentException e) {
            LOG.warn("{} {}: {}; left out", object.eClass().getName(), ModelValues.id(object), e.getMessage());
        }
    }

    /** Adds or removes one item of a many-valued attribute. */
    @SuppressWarnings("unchecked")
    public static void item(EObject object, String feature, Value item, boolean add) {
        if (!(object.eClass().getEStructuralFeature(feature) instanceof EAttribute attribute) || !attribute.isMany()) {
            unknown(object, feature);
            return;
        }
        List<Object> list = (List<Object>) object.eGet(attribute);
        Object value = ModelValues.toModel(attribute, item);
        if (add) {
            list.add(value);
        } else {
            list.remove(value);
        }
    }

    /** Sets or adds a reference. False if there is no target or it is of the wrong class. */
    @SuppressWarnings("unchecked")
    public static boolean refer(EObject object, String feature, EObject target) {
        if (!(object.eClass().getEStructuralFeature(feature) instanceof EReference reference)
                || reference.isContainment()) {
            unknown(object, feature);
            return true;
        }
        if (target == null || !reference.getEReferenceType().isSuperTypeOf(target.eClass())) {
            return false;
        }
        if (reference.isMany()) {
            ((List<Object>) object.eGet(reference)).add(target);
        } else {
            object.eSet(reference, target);
        }
        return true;
    }

    /** Puts an object at the end of a containment feature. False if it does not fit there. */
    @SuppressWarnings("unchecked")
    public static boolean contain(EObject container, EStructuralFeature feature, EObject child) {
        if (!(feature instanceof EReference reference) || !reference.isContainment()
                || !reference.getEReferenceType().isSuperTypeOf(child.eClass())) {
            return false;
        }
        if (reference.isMany()) {
            ((List<Object>) container.eGet(reference)).add(child);
        } else {
            container.eSet(reference, child);
        }
        return true;
    }

    private static void unknown(EObject object, String feature) {
        LOG.warn("{} {} has no feature {}; left out", object.eClass().getName(), ModelValues.id(object), feature);
    }
}
