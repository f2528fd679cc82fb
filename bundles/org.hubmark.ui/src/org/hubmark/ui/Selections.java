package org.hubmark.ui;

import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.hubmark.core.briefing.Briefing;
import org.hubmark.core.session.EvidenceItem;
import org.hubmark.core.session.Session;
import org.hubmark.ui.briefing.PassageSelection;

/** The selection of a part that is made before its content and outlives it. Display thread. */
public final class Selections implements ISelectionProvider {

    private final CopyOnWriteArrayList<ISelectionChangedListener> listeners = new CopyOnWriteArrayList<>();
    private ISelection selection = StructuredSelection.EMPTY;

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.addIfAbsent(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }

    @Override
    public ISelection getSelection() {
        return selection;
    }

    @Override
    public void setSelection(ISelection now) {
        if (!now.equals(selection)) {
            selection = now;
            listeners.forEach(l -> l.selectionChanged(new SelectionChangedEvent(this, now)));
        }
    }

    /** The element, passage or record that is selected; null if there is none. */
    public static UUID object(ISelection selection) {
        return switch (selection instanceof IStructuredSelection s ? s.getFirstElement() : null) {
            case PassageSelection passage -> passage.passage();
            case EvidenceItem item -> item.passage().id();
            case Briefing briefing -> briefing.id();
            case EObject object -> Session.id(object);
            case null, default -> null;
        };
    }
}
