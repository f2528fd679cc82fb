package org.hubmark.core.session;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EContentAdapter;
import org.hubmark.core.change.Change;
import org.hubmark.core.project.ModelValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to the EMF objects while a command of EMF.Edit runs and tells what it did, net, as changes. Between commands
 * no one may touch the objects: whoever does is named in the log as an error. Model thread.
 */
final class ModelRecorder extends EContentAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(ModelRecorder.class);

    private final LiveModel model;
    private Recording recording;

    /** What a command has touched so far: values before it, objects it put somewhere, objects it took away. */
    static final class Recording {

        final Map<EObject, Map<EStructuralFeature, Object>> singles = new LinkedHashMap<>();
        final Map<EObject, Map<EStructuralFeature, Items>> many = new LinkedHashMap<>();
        final Set<EObject> placed = new LinkedHashSet<>();
        final Set<EObject> removed = new LinkedHashSet<>();
    }

    /** The net difference of a many-valued feature. */
    record Items(Set<Object> added, Set<Object> removed) {
        void add(Object item) {
            if (!removed.remove(item)) {
                added.add(item);
            }
        }

        void remove(Object item) {
            if (!added.remove(item)) {
                removed.add(item);
            }
        }
    }

    ModelRecorder(LiveModel model) {
        this.model = model;
        model.project().eAdapters().add(this);
    }

    void start() {
        recording = new Recording();
    }

    /** Ends the recording. What the command did, in an order that can be applied and turned round; empty if nothing. */
    List<Change> finish() {
        try {
            return new RecordedChanges(model, recording).toChanges();
        } finally {
            recording = null;
        }
    }

    @Override
    public void notifyChanged(Notification notification) {
        super.notifyChanged(notification);
        if (model.applying() || notification.isTouch()
                || !(notification.getFeature() instanceof EStructuralFeature feature)
                || !(notification.getNotifier() instanceof EObject object)) {
            return;
        }
        if (recording == null) {
            LOG.error("{} of {} was changed outside of a command; the change is not in the store", feature.getName(),
                    object);
        } else if (ModelValues.isContainment(feature)) {
            each(notification.getOldValue(), recording.removed::add);
            each(notification.getNewValue(), recording.placed::add);
            if (notification.getEventType() == Notification.MOVE) {
                recording.placed.add((EObject) notification.getNewValue());
            }
        } else if (ModelValues.isStored(feature)) {
            record(notification, object, feature);
        }
    }

    private void record(Notification notification, EObject object, EStructuralFeature feature) {
        if (!feature.isMany()) {
            Object old = notification.getOldValue();
            recording.singles.computeIfAbsent(object, o -> new LinkedHashMap<>()).putIfAbsent(feature,
                    java.util.Optional.ofNullable(Objects.equals(old, feature.getDefaultValue()) ? null : old));
        } else if (notification.getEventType() != Notification.MOVE) {
            Items items = recording.many.computeIfAbsent(object, o -> new LinkedHashMap<>()).computeIfAbsent(feature,
                    f -> new Items(new LinkedHashSet<>(), new LinkedHashSet<>()));
            each(notification.getOldValue(), items::remove);
            each(notification.getNewValue(), items::add);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> void each(Object value, java.util.function.Consumer<T> consumer) {
        if (value instanceof Collection<?> all) {
            all.forEach(item -> consumer.accept((T) item));
        } else if (value != null && !(value instanceof Integer) && !(value instanceof int[])) {
            consumer.accept((T) value);
        }
    }
}
