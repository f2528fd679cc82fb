package org.hubmark.ui.model;

import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.Viewer;

/** Gives a {@link HubTree} to a tree viewer. */
final class HubTreeContent implements ITreeContentProvider {

    private HubTree tree;

    @Override
    public void inputChanged(Viewer viewer, Object old, Object now) {
        tree = (HubTree) now;
    }

    @Override
    public Object[] getElements(Object input) {
        return tree.roots().toArray();
    }

    @Override
    public Object[] getChildren(Object node) {
        return tree.children((HubTree.Node) node).toArray();
    }

    @Override
    public Object getParent(Object node) {
        return ((HubTree.Node) node).parent();
    }

    @Override
    public boolean hasChildren(Object node) {
        return tree.hasChildren((HubTree.Node) node);
    }
}
