package org.hubmark.ui.model;

import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.edit.provider.ITreeItemContentProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** Gives a tree viewer the children that the item providers of the model know. Display thread. */
public record ItemContent(AdapterFactory adapters) implements ITreeContentProvider {

    private ITreeItemContentProvider of(Object object) {
        return (ITreeItemContentProvider) adapters.adapt(object, ITreeItemContentProvider.class);
    }

    @Override
    public Object[] getElements(Object input) {
        return of(input).getElements(input).toArray();
    }

    @Override
    public Object[] getChildren(Object object) {
        return of(object).getChildren(object).toArray();
    }

    @Override
    public Object getParent(Object object) {
        return of(object).getParent(object);
    }

    @Override
    public boolean hasChildren(Object object) {
        return of(object).hasChildren(object);
    }
}
